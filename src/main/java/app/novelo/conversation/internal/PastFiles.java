package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.InboundMessage;
import app.novelo.conversation.internal.PastTwins.Twin;
import app.novelo.platform.Sql;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The channel tells of a file of the past twice: that there was one, and later what it was. */
@Component
class PastFiles {

    /** The channel's word for the former. */
    static final String PLACEHOLDER = "media_placeholder";

    private final JdbcClient jdbc;
    private final MediaRows media;
    private final ContentJson contents;

    PastFiles(JdbcClient jdbc, MediaRows media, ContentJson contents) {
        this.jdbc = jdbc;
        this.media = media;
        this.contents = contents;
    }

    /** @return whether it is there already; a place that was held for it is filled now */
    boolean isKnown(InboundMessage message) {
        var known = find(message.providerId());
        known.filter(place ->
                        place.kind().equals(PLACEHOLDER) && !message.kind().equals(PLACEHOLDER))
                .ifPresent(place -> fill(place, message));
        return known.isPresent();
    }

    /** @return the place that is held for a file of this message; empty if it is there, or there is no such message */
    Optional<Twin> placeholder(String id) {
        return find(id).filter(place -> place.kind().equals(PLACEHOLDER));
    }

    private Optional<Twin> find(String providerId) {
        return jdbc.sql(
                        """
                        select m.id, m.at, m.conversation, m.kind from conversation.provider_message p
                        join conversation.message m on m.id = p.message and m.at = p.at where p.provider_id = ?""")
                .param(providerId)
                .query((row, n) -> new Twin(
                        row.getObject(1, UUID.class),
                        Sql.instant(row, "at"),
                        row.getObject(3, UUID.class),
                        row.getString(4)))
                .optional();
    }

    private void fill(Twin place, InboundMessage message) {
        jdbc.sql(
                        """
                        update conversation.message set kind = ?, text = ?, content = ?::jsonb, media = ?, payload = ?
                        where id = ? and at = ?""")
                .param(message.kind())
                .param(StorableText.of(message.text()))
                .param(contents.write(message.content()))
                .param(media.expect(message, place.id(), place.conversation()))
                .param(message.payload().toString())
                .param(place.id())
                .param(time(place.at()))
                .update();
    }
}
