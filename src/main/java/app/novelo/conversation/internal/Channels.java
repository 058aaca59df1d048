package app.novelo.conversation.internal;

import app.novelo.channel.OutboundChannel;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways out, by the name of their channel. */
@Component
class Channels {

    private final List<OutboundChannel> all;

    Channels(List<OutboundChannel> all) {
        this.all = all;
    }

    OutboundChannel of(String channel) {
        return all.stream()
                .filter(one -> one.channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no channel " + channel));
    }
}
