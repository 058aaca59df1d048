package app.novelo.conversation.internal;

import app.novelo.platform.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The caller has uploaded as much as he may without sending any of it. */
final class TooManyUnsent extends Problem {

    private static final long serialVersionUID = 1;

    TooManyUnsent(MediaSettings settings) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-unsent",
                "Send or delete some of what you have uploaded; after a day it goes by itself",
                Map.of(
                        "files",
                        settings.unsentFiles(),
                        "bytes",
                        settings.unsentSize().toBytes()));
    }
}
