package app.novelo.sandbox.internal;

import app.novelo.platform.NoveloSettings;
import app.novelo.support.Database;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The stand-in with its database and clock, without engine and log-in: webhooks go to a {@link Business} of the test. */
@EnableAutoConfiguration(
        exclude = {
            CamundaBpmAutoConfiguration.class,
            CamundaBpmRestJerseyAutoConfiguration.class,
            CamundaBpmWebappAutoConfiguration.class,
            QuartzAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@EnableConfigurationProperties({NoveloSettings.class, SandboxSettings.class})
@ComponentScan(
        basePackages = "app.novelo",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "app\\.novelo\\.(?!sandbox\\.internal\\.|platform\\.internal\\."
                                    + "(InstallationConfiguration|StoredFastForward|SandboxMark|SandboxAddress|ProblemAdvice|PostgresWakeups"
                                    + "|database\\.DatabaseConfiguration$)).*",
                            "app\\.novelo\\.sandbox\\.internal\\.SandboxCompany"
                        }))
@Import(Database.class)
class SandboxAlone {}
