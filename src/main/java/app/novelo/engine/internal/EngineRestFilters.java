package app.novelo.engine.internal;

import app.novelo.platform.Caller;
import app.novelo.platform.Callers;
import app.novelo.platform.UserDirectory;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the engine's two REST doors: our {@code /engine-rest} and the one behind Tasklist and Cockpit. */
@Configuration(proxyBeanMethods = false)
class EngineRestFilters {

    /** Spring Security stands at -100, Camunda's own filters behind all of ours. */
    private static final int AFTER_SECURITY = 0;

    private static final String ENGINE_REST = "/engine-rest";
    private static final Pattern ROOT = Pattern.compile(ENGINE_REST + "|/camunda/api/engine/engine/[^/]+");

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> engineRoutes(UserDirectory directory, ObjectMapper json) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Routes(directory, json));
        registration.addUrlPatterns(ENGINE_REST + "/*", "/camunda/api/engine/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> engineRestCaller(IdentityService identities) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new InCallersName(identities));
        registration.addUrlPatterns(ENGINE_REST + "/*");
        registration.setOrder(AFTER_SECURITY + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> engineRestServices() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(
                new KnownServices(EngineRestFilters.class.getClassLoader()));
        registration.addUrlPatterns(ENGINE_REST + "/*", "/camunda/api/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    /** Refuses in the words and shape that Tasklist and Camunda Modeler show. */
    private static final class Routes extends OncePerRequestFilter {

        private final UserDirectory directory;
        private final ObjectMapper json;

        Routes(UserDirectory directory, ObjectMapper json) {
            this.directory = directory;
            this.json = json;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var path = ROOT.matcher(request.getServletPath() + path(request)).replaceFirst("");
            var caller = caller(request);
            if (caller.isPresent() && !EngineRoutes.mayPass(caller.get(), request.getMethod(), path)) {
                response.setStatus(HttpStatus.FORBIDDEN.value());
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                var message = caller.get().id() + " may not " + request.getMethod() + " " + path;
                json.writeValue(
                        response.getOutputStream(), Map.of("type", "AuthorizationException", "message", message));
            } else {
                chain.doFilter(request, response);
            }
        }

        private static String path(HttpServletRequest request) {
            return request.getPathInfo() == null ? "" : request.getPathInfo();
        }

        /** Nobody behind {@code /camunda}: Camunda's own filter asks for the log-in. */
        private Optional<Caller> caller(HttpServletRequest request) {
            return Callers.find()
                    .or(() -> Optional.ofNullable(request.getSession(false)).flatMap(directory::loggedIn));
        }
    }

    /** Tells the engine who calls, so that its permissions hold and its operation log has the name. */
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
