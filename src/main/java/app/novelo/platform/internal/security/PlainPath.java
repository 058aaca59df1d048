package app.novelo.platform.internal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends addresses with a {@code ;}: none of ours has one, and servlets, Camunda's filters and ours would each read it in
 * another way.
 */
class PlainPath extends OncePerRequestFilter {

    private final Problems problems;

    PlainPath(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().indexOf(';') >= 0) {
            problems.write(response, HttpStatus.BAD_REQUEST, "bad-request", "The address must not hold a semicolon");
        } else {
            chain.doFilter(request, response);
        }
    }
}
