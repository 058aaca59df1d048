package app.novelo.conversation;

import app.novelo.platform.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Somebody else has the word; taking over is the way. */
public final class NotYourTurn extends Problem {

    public NotYourTurn(String speakerId, String speakerName) {
        super(
                HttpStatus.CONFLICT,
                "not-your-turn",
                speakerName + " is writing with this customer",
                Map.of("speakerId", speakerId, "speakerName", speakerName));
    }
}
