package app.novelo.conversation.internal;

import app.novelo.channel.ChannelMedia;
import app.novelo.channel.OutboundChannel;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways out, and to files, by the name of their channel. */
@Component
class Channels {

    private final List<OutboundChannel> all;
    private final List<ChannelMedia> media;

    Channels(List<OutboundChannel> all, List<ChannelMedia> media) {
        this.all = all;
        this.media = media;
    }

    OutboundChannel of(String channel) {
        return all.stream()
                .filter(one -> one.channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no channel " + channel));
    }

    ChannelMedia media(String channel) {
        return media.stream()
                .filter(one -> one.channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no files of channel " + channel));
    }
}
