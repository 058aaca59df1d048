package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.ChannelError;
import app.novelo.channel.ChannelMedia.Upload;
import app.novelo.channel.Line;
import app.novelo.channel.OutboundMessage;
import app.novelo.channel.SendOutcome;
import app.novelo.conversation.internal.MediaRows.StoredFile;
import app.novelo.media.MediaStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands files over to the channel before the message that carries them, and remembers under which id it knows them. */
@Component
class MediaUploads {

    /** WhatsApp forgets them after 30 days. */
    private static final Duration KNOWN = Duration.ofDays(29);

    private final MediaRows rows;
    private final MediaStore store;
    private final Channels channels;
    private final JdbcClient jdbc;
    private final Clock clock;

    MediaUploads(MediaRows rows, MediaStore store, Channels channels, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.channels = channels;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of handing a file over. */
    sealed interface Handed {

        record Known(OutboundMessage.Media media) implements Handed {}

        /** @param outcome that the message has by this */
        record Stopped(SendOutcome outcome) implements Handed {}
    }

    /** @return the channel's id, if it has the file already */
    Optional<OutboundMessage.Media> known(Line line, UUID media) {
        return jdbc.sql(
                        """
                        select u.provider_id, m.filename, m.mime_type from conversation.media_upload u
                        join conversation.media m on m.id = u.media
                        where u.media = ? and u.line = ? and u.uploaded_at > ?""")
                .param(media)
                .param(line.id())
                .param(time(clock.instant().minus(KNOWN)))
                .query((row, n) -> new OutboundMessage.Media(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /** May take minutes: never inside a transaction. */
    Handed providerId(Line line, UUID media) {
        var known = known(line, media);
        return known.isPresent() ? new Handed.Known(known.get()) : handOver(line, media);
    }

    private Handed handOver(Line line, UUID media) {
        var file = rows.find(media).filter(StoredFile::isReady).orElse(null);
        var path = store.find(media).orElse(null);
        if (file == null || path == null) {
            return new Handed.Stopped(
                    SendOutcome.refused(0, "The file is not here any more", null, SendOutcome.Reason.UNDELIVERABLE));
        }
        var outcome = channels.media(line.channel()).upload(line, upload(file, path));
        if (outcome instanceof SendOutcome.Accepted accepted) {
            remember(line, media, accepted.providerId());
            return new Handed.Known(
                    new OutboundMessage.Media(accepted.providerId(), file.filename(), String.valueOf(file.mimeType())));
        }
        return new Handed.Stopped(certain(outcome));
    }

    /** WhatsApp refuses Ogg that does not say that it is Opus. */
    private static Upload upload(StoredFile file, Path path) {
        var type = String.valueOf(file.mimeType());
        return new Upload(path, type.equals("audio/ogg") ? "audio/ogg; codecs=opus" : type, file.filename());
    }

    /** Of a file nobody knows whether it arrived, but certainly no message was sent. */
    private static SendOutcome certain(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Unknown unknown
                ? new SendOutcome.Later(
                        new ChannelError(0, "The file could not be handed over", unknown.why()),
                        Duration.ofSeconds(2),
                        2,
                        3)
                : outcome;
    }

    private void remember(Line line, UUID media, String providerId) {
        jdbc.sql(
                        """
                        insert into conversation.media_upload (media, line, provider_id, uploaded_at) values (?, ?, ?, ?)
                        on conflict (media, line) do update
                        set provider_id = excluded.provider_id, uploaded_at = excluded.uploaded_at""")
                .param(media)
                .param(line.id())
                .param(providerId)
                .param(time(clock.instant()))
                .update();
    }

    /** A message that was refused is perhaps so because the channel no longer has its file: it gets it anew. */
    void settled(OutboundMessage message, SendOutcome outcome) {
        var file = message.media();
        if (file != null
                && outcome instanceof SendOutcome.Refused refused
                && refused.reason() == SendOutcome.Reason.UNDELIVERABLE) {
            jdbc.sql("delete from conversation.media_upload where line = ? and provider_id = ?")
                    .param(message.line().id())
                    .param(file.providerId())
                    .update();
        }
    }
}
