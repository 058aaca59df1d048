package app.novelo.conversation;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** The customer wrote too long ago; only an approved template would go through. */
public final class WindowClosed extends Problem {

    public WindowClosed() {
        super(
                HttpStatus.CONFLICT,
                "window-closed",
                "The customer wrote more than 24 hours ago; WhatsApp lets only an approved template through");
    }
}
