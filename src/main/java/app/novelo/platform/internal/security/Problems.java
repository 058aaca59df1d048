package app.novelo.platform.internal.security;

import app.novelo.platform.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers refusals of the filters as problem details, like those of the controllers. */
@Component
class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (Doors.lead(request)) {
            if (!isScript(request)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Novelo\", charset=\"UTF-8\"");
            }
            write(response, HttpStatus.UNAUTHORIZED, "unauthenticated", "Log in, or send user and password");
        } else {
            nowhere(response);
        }
    }

    /** A challenge would make the browser ask for a password over the page that has lost its session. */
    private static boolean isScript(HttpServletRequest request) {
        return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                || "empty".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (e instanceof ForgedRequest) {
            write(response, HttpStatus.FORBIDDEN, "csrf", String.valueOf(e.getMessage()));
        } else if (Doors.lead(request)) {
            write(response, HttpStatus.FORBIDDEN, "forbidden", "Your groups do not give you this");
        } else {
            nowhere(response);
        }
    }

    private void nowhere(HttpServletResponse response) throws IOException {
        write(response, HttpStatus.NOT_FOUND, "not-found", "There is nothing here");
    }

    void write(HttpServletResponse response, HttpStatus status, String name, String text) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Problem.of(status, name, text));
    }
}
