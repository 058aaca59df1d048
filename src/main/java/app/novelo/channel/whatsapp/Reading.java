package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import app.novelo.channel.MediaReference;
import org.jspecify.annotations.Nullable;

/** What a message's own object says. */
record Reading(@Nullable String text, @Nullable Content content, @Nullable MediaReference media) {

    /** Of a shape that nobody knows: the kind is shown, and the payload is kept. */
    static final Reading NOTHING = new Reading(null, null, null);

    static Reading of(@Nullable String text, Content content) {
        return new Reading(text, content, null);
    }
}
