package app.novelo.sandbox.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refuses in Meta's words. */
@SandboxOnly
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class GraphProblems {

    private final MetaJson json;

    GraphProblems(MetaJson json) {
        this.json = json;
    }

    @ExceptionHandler
    void refuse(GraphError refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(refusal).write(request, response);
    }

    GraphAnswer answer(GraphError refusal) {
        return GraphAnswer.json(refusal.httpStatus(), json.text(refusal.answer(json)));
    }
}
