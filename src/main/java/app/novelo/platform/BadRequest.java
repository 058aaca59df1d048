package app.novelo.platform;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** The request cannot be understood or breaks a limit; names the field. */
public final class BadRequest extends Problem {

    private final String field;

    public BadRequest(String field, String detail) {
        super(HttpStatus.BAD_REQUEST, "bad-request", detail, Map.of("field", field));
        this.field = field;
    }

    public String field() {
        return field;
    }
}
