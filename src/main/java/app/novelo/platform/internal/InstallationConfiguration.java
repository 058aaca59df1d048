package app.novelo.platform.internal;

import app.novelo.platform.BusinessClock;
import app.novelo.platform.Company;
import app.novelo.platform.NoveloSettings;
import app.novelo.platform.SandboxMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
class InstallationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(InstallationConfiguration.class);

    @Bean
    BusinessClock businessClock(NoveloSettings settings) {
        return new BusinessClock(settings.timeZone());
    }

    @Bean
    Company company(NoveloSettings settings, SandboxMode sandbox) {
        if (StringUtils.hasText(settings.company())) {
            return new Company(settings.company());
        }
        if (!sandbox.on()) {
            LOG.warn("NOVELO_COMPANY is not set: customers read \"Novelo\" as the company's name");
        }
        return new Company(sandbox.on() ? "Casa Clima" : "Novelo");
    }

    @Bean
    SandboxMode sandboxMode(Environment environment) {
        return new SandboxMode(!StringUtils.hasText(environment.getProperty("novelo.whatsapp.access-token"))
                && !StringUtils.hasText(environment.getProperty("novelo.whatsapp.api-base-url")));
    }
}
