package app.novelo.platform.internal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends addresses with a {@code ;}, an empty or a dotted part: none of ours has one, and servlets, Camunda's filters and ours
 * would each read it in another way.
 */
class PlainPath extends OncePerRequestFilter {

    private static final Pattern ODD = Pattern.compile(";|//|/(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

    private final Problems problems;

    PlainPath(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ODD.matcher(request.getRequestURI()).find()) {
            problems.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "The address must not hold a semicolon, an empty part or dots for a part");
        } else {
            chain.doFilter(request, response);
        }
    }
}
