package app.novelo.platform.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Problem;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns our own refusals, and Spring's, into problem details; anything else stays a 500 and reaches the log. */
@Order(0)
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    /** PostgreSQL: character_not_in_repertoire, untranslatable_character, datetime_field_overflow. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05", "22008");

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Problem problem) {
        var detail = problem.toDetail();
        return ResponseEntity.status(detail.getStatus()).body(detail);
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var detail = Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "A file has at most 100 MB");
        detail.setProperty("field", "file");
        return new ResponseEntity<>(detail, headers, HttpStatus.PAYLOAD_TOO_LARGE);
    }

    /** A character or a time in the request that PostgreSQL cannot keep; NUL above all. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DataIntegrityViolationException fault) {
        if (fault.getMostSpecificCause() instanceof SQLException cause && UNSTORABLE.contains(cause.getSQLState())) {
            return on(new BadRequest("request", "it holds a character or a time that cannot be kept"));
        }
        throw fault;
    }
}
