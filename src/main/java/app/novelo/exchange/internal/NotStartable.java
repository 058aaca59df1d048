package app.novelo.exchange.internal;

import app.novelo.platform.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** It is not looked at yet, cannot be imported, or is on its way already. */
final class NotStartable extends Problem {

    NotStartable(ImportState state) {
        super(
                HttpStatus.CONFLICT,
                "not-startable",
                "an import starts once its preview is there, and once",
                Map.of("state", state.name()));
    }
}
