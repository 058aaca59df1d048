package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.InboundMessage;
import app.novelo.channel.MediaReference;
import app.novelo.conversation.internal.MediaOutcome.FileFacts;
import app.novelo.media.FileName;
import app.novelo.platform.Wakeups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files as the database knows them. */
@Component
class MediaRows {

    static final String TOPIC = "media";

    /** So long does WhatsApp keep a customer's file. */
    private static final Duration KEPT = Duration.ofDays(7);

    /** Of what the sender claims, in characters: Meta's addresses have some three hundred. */
    private static final int LONGEST = 4096;

    private static final int LONGEST_ID = 200;

    private final JdbcClient jdbc;
    private final Wakeups wakeups;
    private final Clock clock;

    MediaRows(JdbcClient jdbc, Wakeups wakeups, Clock clock) {
        this.jdbc = jdbc;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** Notes in the message's own transaction that its file is to be fetched. @return null if it has none */
    @Nullable
    UUID expect(InboundMessage message, UUID id, UUID conversation) {
        var file = message.media();
        if (file == null) {
            return null;
        }
        var media = UUID.randomUUID();
        insert(media, id, conversation, message, file);
        wakeups.signal(TOPIC);
        return media;
    }

    private void insert(UUID media, UUID id, UUID conversation, InboundMessage message, MediaReference file) {
        boolean known =
                file.providerId().length() <= LONGEST_ID && file.providerId().indexOf('\0') < 0;
        jdbc.sql(
                        """
                        insert into conversation.media (id, conversation, message, line, provider_id, url, claimed_type,
                          claimed_sha256, filename, voice, animated, state, problem, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(media)
                .param(conversation)
                .param(id)
                .param(message.line().id())
                .param(known ? file.providerId() : null)
                .param(claimed(file.url()))
                .param(claimed(file.mimeType()))
                .param(claimed(file.sha256()))
                .param(FileName.clean(file.filename(), message.kind().replaceAll("[^a-z]", "_")))
                .param(file.voice())
                .param(file.animated())
                .param(known ? "WAITING" : "FAILED")
                .param(known ? null : MediaProblem.GONE.word())
                .param(time(clock.instant()))
                .param(time(message.at().plus(KEPT)))
                .update();
    }

    private static @Nullable String claimed(@Nullable String text) {
        return text == null || text.length() > LONGEST ? null : StorableText.of(text);
    }

    /** @param owner null if nobody uploaded it */
    void insertUpload(UUID media, @Nullable String owner, String filename, boolean voice, FileFacts facts) {
        jdbc.sql(
                        """
                        insert into conversation.media (id, owner, filename, voice, animated, state, mime_type, size, sha256,
                          width, height, seconds, thumbnail, created_at)
                        values (?, ?, ?, ?, ?, 'READY', ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(media)
                .param(owner)
                .param(filename)
                .param(voice)
                .param(facts.animated())
                .param(facts.mimeType())
                .param(facts.size())
                .param(facts.sha256())
                .param(facts.width())
                .param(facts.height())
                .param(facts.seconds())
                .param(facts.thumbnail())
                .param(time(clock.instant()))
                .update();
    }

    Optional<StoredFile> find(UUID media) {
        return jdbc.sql("select * from conversation.media where id = ?")
                .param(media)
                .query((row, n) -> file(row))
                .optional();
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getObject("conversation", UUID.class),
                row.getString("owner"),
                row.getString("state"),
                row.getString("mime_type"),
                row.getLong("size"),
                row.getString("filename"),
                row.getBoolean("voice"),
                row.getBoolean("kept"));
    }

    /**
     * @param size bytes; 0 until it is here
     * @param kept the company's own, for all of its users
     */
    record StoredFile(
            UUID id,
            @Nullable UUID conversation,
            @Nullable String owner,
            String state,
            @Nullable String mimeType,
            long size,
            String filename,
            boolean voice,
            boolean kept) {

        boolean isReady() {
            return state.equals("READY");
        }
    }
}
