package app.novelo.channel.whatsapp;

import app.novelo.channel.ChannelError;
import app.novelo.platform.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What a person asked for was refused by Meta. */
final class MetaRefuses extends Problem {

    MetaRefuses(ChannelError error) {
        super(HttpStatus.BAD_GATEWAY, "channel-refuses", error.title(), Map.of("code", error.code()));
    }
}
