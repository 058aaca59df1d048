package app.novelo.sandbox.internal;

import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How the sandbox hangs in the web server. */
@SandboxOnly
@Configuration(proxyBeanMethods = false)
class SandboxWeb implements WebMvcConfigurer {

    /** Statuses fall due between two messages; a person sees the ticks change. */
    private static final Duration POLL = Duration.ofMillis(100);

    private static final Duration REVIEW_POLL = Duration.ofMillis(300);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/sandbox/assets/**")
                .addResourceLocations("classpath:/sandbox/")
                .setCacheControl(CacheControl.noCache());
    }

    /** Before everything else, log-in included. */
    @Bean
    FilterRegistrationBean<SandboxDoor> sandboxDoor(SandboxSettings settings, ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new SandboxDoor(settings, json));
        registration.addUrlPatterns("/sandbox", "/sandbox/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> sandboxCuttingValve() {
        return factory -> factory.addContextValves(new CuttingValve());
    }

    /** Templates fall due a few seconds after they were brought, pauses end when the clock is moved. */
    @Bean
    Loop sandboxTemplateLoop(TemplateReview review, Wakeups wakeups) {
        var loop = new Loop("sandbox-templates", REVIEW_POLL, review::portion);
        wakeups.listen(TemplateDesk.TOPIC, loop::wake);
        return loop;
    }

    @Bean
    Loop sandboxWebhookLoop(WebhookDelivery delivery, WebhookQueue queue, Wakeups wakeups) {
        queue.hurry();
        var loop = new Loop("sandbox-webhooks", POLL, delivery::portion);
        wakeups.listen(WebhookQueue.TOPIC, loop::wake);
        return loop;
    }
}
