package app.novelo.platform.internal;

import app.novelo.platform.Problem;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns our own refusals, and Spring's, into problem details; anything else stays a 500 and reaches the log. */
@Order(0)
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Problem problem) {
        var detail = problem.toDetail();
        return ResponseEntity.status(detail.getStatus()).body(detail);
    }
}
