package app.novelo.platform.internal.security;

import app.novelo.platform.Callers;
import app.novelo.platform.UserDirectory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Refuses changes that another site may have caused. A browser adds the session's cookie, and once it was asked for a
 * password also that, to whatever any page makes it send: with the session the token that only our own pages can read is
 * asked for, and with either the origin must be ours.
 */
class ForgeryGuard extends OncePerRequestFilter {

    static final String TOKEN = "X-XSRF-TOKEN";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Camunda Modeler's window; no browser sends it for a page, not even for a local file. */
    private static final String MODELER = "file://";

    private final UserDirectory directory;
    private final Problems problems;

    ForgeryGuard(UserDirectory directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Callers.find().isEmpty() || READING.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (!isFromHere(request)) {
            problems.handle(request, response, new ForgedRequest("This request comes from another site"));
        } else if (!hasToken(request)) {
            problems.handle(
                    request, response, new ForgedRequest("Header " + TOKEN + " with the session's token is missing"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isFromHere(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || origin.equals(MODELER) || origin.equals(own(request));
    }

    private static String own(HttpServletRequest request) {
        var here = ServletUriComponentsBuilder.fromRequest(request).build().toUri();
        return URI.create(here.getScheme() + "://" + here.getAuthority()).toString();
    }

    private boolean hasToken(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return true;
        }
        var session = request.getSession(false);
        var token = request.getHeader(TOKEN);
        return session != null && token != null && directory.isCsrfToken(session, token);
    }
}
