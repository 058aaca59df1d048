package app.novelo.platform.internal.security;

import app.novelo.platform.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What no controller has answered, such as a path that the firewall refuses, is a problem like every other. */
@Controller
class ErrorAsProblem implements ErrorController {

    private static final Map<HttpStatus, String> NAMES = Map.of(
            HttpStatus.BAD_REQUEST, "bad-request",
            HttpStatus.UNAUTHORIZED, "unauthenticated",
            HttpStatus.FORBIDDEN, "forbidden",
            HttpStatus.NOT_FOUND, "not-found",
            HttpStatus.PAYLOAD_TOO_LARGE, "too-large");

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((Integer) code))
                .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        var name = NAMES.getOrDefault(status, "error");
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, name, status.getReasonPhrase()));
    }
}
