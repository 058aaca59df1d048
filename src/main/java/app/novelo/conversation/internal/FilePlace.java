package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.platform.BadRequest;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where in a message a file stands, and as what it may stand there.
 *
 * @param field as a client names it
 * @param voice it is a voice note
 */
record FilePlace(String field, List<SendableKind> kinds, boolean voice) {

    /** @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Meta, Header object</a> */
    private static final List<SendableKind> HEADER =
            List.of(SendableKind.IMAGE, SendableKind.VIDEO, SendableKind.DOCUMENT);

    private static final String OGG = "audio/ogg";

    /** @throws BadRequest if such a message has no file */
    static FilePlace of(Said said) {
        var header = said.content().header();
        if (said.content() instanceof Content.Template) { // which of them, the template itself tells
            return new FilePlace("media", HEADER, false);
        }
        if (header != null && header.media() != null) {
            return new FilePlace("content.header.media", HEADER, false);
        }
        var kind = SendableKind.of(said.kind())
                .orElseThrow(() -> new BadRequest("media", "a message of kind " + said.kind() + " has no file"));
        return new FilePlace("media", List.of(kind), said.content() instanceof Content.File file && file.voice());
    }

    /** @param kind of a message */
    static boolean isHeader(String kind) {
        return HEADER.stream().anyMatch(one -> one.word().equals(kind));
    }

    /** @throws BadRequest naming the field if such a file cannot stand there */
    void check(String type, long size) {
        var fitting = kinds.stream()
                .filter(kind -> kind.takes(type))
                .findFirst()
                .orElseThrow(() -> new BadRequest(field, "this is " + type + "; possible are " + possible()));
        if (!fitting.fits(size)) {
            throw new BadRequest(field, fitting.limit());
        }
        if (voice && !type.equals(OGG)) {
            throw new BadRequest("voice", "a voice note is Ogg with Opus");
        }
    }

    private String possible() {
        return kinds.stream().flatMap(kind -> kind.types().stream()).collect(Collectors.joining(", "));
    }
}
