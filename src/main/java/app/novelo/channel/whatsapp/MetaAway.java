package app.novelo.channel.whatsapp;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** WhatsApp could not be asked, or did not answer: what was wanted may have been done nevertheless. */
final class MetaAway extends Problem {

    MetaAway() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "channel-unavailable",
                "WhatsApp cannot be reached, or its answer did not come; look whether it was done, and try again");
    }
}
