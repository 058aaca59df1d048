package app.novelo.channel;

import app.novelo.platform.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** There is no such template in this language, or it cannot be sent now; {@code why} is the word for it. */
public final class TemplateUnavailable extends Problem {

    private final String why;

    /**
     * @param why {@code unknown}, or as {@link Template#whyNot()}
     * @param status the channel's word
     */
    public TemplateUnavailable(String why, String status, String detail) {
        super(HttpStatus.CONFLICT, "template-unavailable", detail, Map.of("why", why, "status", status));
        this.why = why;
    }

    public String why() {
        return why;
    }
}
