package app.novelo.conversation.internal;

import app.novelo.platform.Problem;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** WhatsApp would not take the uploaded file; a screen says which of the reasons it is. */
final class RefusedFile extends Problem {

    private static final long serialVersionUID = 1;

    /** In the API in lower case. */
    enum Reason {
        /** No kind of message carries such a file. */
        TYPE,
        /** Too many bytes, or none. */
        SIZE,
        /** A sound that is no voice note: not Opus, or not mono. */
        VOICE,
        /** A sticker that has not 512 × 512 pixels. */
        DIMENSIONS
    }

    RefusedFile(Reason reason, String detail) {
        super(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                detail,
                Map.of("field", "file", "reason", reason.name().toLowerCase(Locale.ROOT)));
    }
}
