package app.novelo.channel;

import app.novelo.platform.Problem;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** There is such a line already. */
public final class LineKnown extends Problem {

    public LineKnown(UUID line) {
        super(HttpStatus.CONFLICT, "line-known", "There is a line of this id already", Map.of("line", line.toString()));
    }
}
