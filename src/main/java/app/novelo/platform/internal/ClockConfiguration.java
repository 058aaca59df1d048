package app.novelo.platform.internal;

import app.novelo.platform.BusinessClock;
import app.novelo.platform.NoveloSettings;
import app.novelo.platform.SandboxMode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    BusinessClock businessClock(NoveloSettings settings) {
        return new BusinessClock(settings.timeZone());
    }

    @Bean
    SandboxMode sandboxMode(Environment environment) {
        return new SandboxMode(!StringUtils.hasText(environment.getProperty("novelo.whatsapp.access-token"))
                && !StringUtils.hasText(environment.getProperty("novelo.whatsapp.api-base-url")));
    }
}
