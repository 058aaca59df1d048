package app.novelo.conversation;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** What was imported is there to be read; what is new is said in a conversation of today. */
public final class OnlyRead extends Problem {

    public OnlyRead() {
        super(HttpStatus.CONFLICT, "only-read", "this conversation was imported and is there to be read");
    }
}
