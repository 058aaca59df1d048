package app.novelo.platform.internal.security;

import app.novelo.platform.UserDirectory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever is logged in to Tasklist or Cockpit; credentials in the request go before. Never creates a session. */
class WebappSession extends OncePerRequestFilter {

    private final UserDirectory directory;
    private final SecurityContextRepository contexts;

    WebappSession(UserDirectory directory, SecurityContextRepository contexts) {
        this.directory = directory;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            directory.loggedIn(session).ifPresent(caller -> {
                var context = new SecurityContextImpl(new CallerAuthentication(caller));
                SecurityContextHolder.setContext(context);
                contexts.saveContext(context, request, response);
            });
        }
        chain.doFilter(request, response);
    }
}
