package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.internal.MediaOutcome.FileFacts;
import app.novelo.media.MediaStore;
import app.novelo.platform.Caller;
import app.novelo.platform.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Uploads that no message has taken: theirs who uploaded them, for a day and not without limit. A file always goes before its row: a kill in between leaves a row, which is found
 * again, and never a file of which nobody knows.
 */
@Component
class UnsentUploads {

    private static final Duration KEPT = Duration.ofHours(24);

    /** So many in one transaction; the next hour takes the next ones. */
    private static final int MOST = 1_000;

    private static final String UNSENT = " conversation is null and owner is not null and not kept ";

    private final JdbcClient jdbc;
    private final MediaStore store;
    private final MediaRows rows;
    private final MediaSettings settings;
    private final Clock clock;

    UnsentUploads(JdbcClient jdbc, MediaStore store, MediaRows rows, MediaSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks before anything is stored, so that a refused file costs nothing.
     *
     * @throws TooManyUnsent if one more of that size would be more than its owner may have
     */
    void checkRoom(String owner, long bytes) {
        boolean fits = jdbc.sql("select count(*) < ? and coalesce(sum(size), 0) + ? <= ? from conversation.media where"
                        + UNSENT + "and owner = ?")
                .param(settings.unsentFiles())
                .param(bytes)
                .param(settings.unsentSize().toBytes())
                .param(owner)
                .query(Boolean.class)
                .single();
        if (!fits) {
            throw new TooManyUnsent(settings);
        }
    }

    /** Counted once more: what one person uploads at the same time comes one after the other here. */
    @Transactional
    public void add(UUID id, String owner, String filename, boolean voice, FileFacts facts) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('unsent uploads of ' || ?, 0))")
                .param(owner)
                .query((row, n) -> true)
                .single();
        checkRoom(owner, facts.size());
        rows.insertUpload(id, owner, filename, voice, facts);
    }

    /** @throws NotFound if there is no such upload of the caller's, or a message has taken it */
    @Transactional
    public void forget(Caller caller, UUID id) {
        forget(List.of(
                jdbc.sql("select id from conversation.media where" + UNSENT + "and id = ? and owner = ? for update")
                        .param(id)
                        .param(caller.id())
                        .query(UUID.class)
                        .optional()
                        .orElseThrow(() -> new NotFound("unsent upload " + id))));
    }

    /** One that a message takes in this moment is left alone. */
    @Transactional
    public void forgetOld() {
        forget(jdbc.sql("select id from conversation.media where" + UNSENT
                        + "and created_at < ? order by created_at limit ? for update skip locked")
                .param(time(clock.instant().minus(KEPT)))
                .param(MOST)
                .query(UUID.class)
                .list());
    }

    /** Forgets an upload that went wrong, whether or not it has a row. */
    void forget(UUID id) {
        forget(List.of(id));
    }

    private void forget(List<UUID> ids) {
        var gone = ids.stream().filter(store::delete).toList();
        if (!gone.isEmpty()) {
            jdbc.sql("delete from conversation.media where id in (:ids)")
                    .param("ids", gone)
                    .update();
        }
    }
}
