package app.novelo.engine.internal;

import app.novelo.platform.Callers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who calls {@code /engine-rest}, so that its permissions hold and its operation log has the name. */
@Configuration(proxyBeanMethods = false)
class EngineRestAuthentication {

    /** Spring Security stands at -100. */
    private static final int AFTER_SECURITY = 0;

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> engineRestCaller(IdentityService identities) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new InCallersName(identities));
        registration.addUrlPatterns("/engine-rest/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    private static final class InCallersName extends OncePerRequestFilter {

        private final IdentityService identities;

        InCallersName(IdentityService identities) {
            this.identities = identities;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var caller = Callers.current();
            identities.setAuthentication(caller.id(), List.copyOf(caller.groups()));
            try {
                chain.doFilter(request, response);
            } finally {
                identities.clearAuthentication();
            }
        }
    }
}
