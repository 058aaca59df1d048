package app.novelo.platform.internal.security;

import app.novelo.platform.UserDirectory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Two guards: Camunda's own filters stand before {@code /camunda}, {@link Doors} before everything else. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Our own pages: no script but from files of ours. {@code blob:} is a recorded voice message or a picture. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self' blob:; connect-src 'self'; "
                    + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain camundaWebapps(HttpSecurity http, Problems problems) throws Exception {
        var paths = PathPatternRequestMatcher.withDefaults();
        common(http, problems).securityMatcher(paths.matcher("/camunda/**"));
        http.headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable));
        // The first-start page lets anybody create an administrator once the group is empty: CVE-2026-77226.
        http.authorizeHttpRequests(rules -> rules.requestMatchers(paths.matcher("/camunda/api/admin/setup/**"))
                .denyAll()
                .anyRequest()
                .permitAll());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(HttpSecurity http, Problems problems, UserDirectory directory) throws Exception {
        var contexts = new RequestAttributeSecurityContextRepository();
        common(http, problems).securityContext(context -> context.securityContextRepository(contexts));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)));
        http.httpBasic(basic -> basic.authenticationEntryPoint(problems).securityContextRepository(contexts));
        http.addFilterBefore(new WebappSession(directory, contexts), BasicAuthenticationFilter.class);
        http.addFilterAfter(new ForgeryGuard(directory, problems), BasicAuthenticationFilter.class);
        http.authorizeHttpRequests(rules -> rules.anyRequest().access(new DoorRule()));
        return http.build();
    }

    private static HttpSecurity common(HttpSecurity http, Problems problems) throws Exception {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // ForgeryGuard knows the webapps' token
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems));
        return http.headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=(self)")));
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(Problems problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(problems));
        registration.setOrder(BodyLimit.BEFORE_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PlainPath> plainPath(Problems problems) {
        var registration = new FilterRegistrationBean<>(new PlainPath(problems));
        registration.setOrder(BodyLimit.BEFORE_SECURITY - 1);
        return registration;
    }
}
