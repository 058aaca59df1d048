package app.novelo.conversation.internal;

import app.novelo.media.MediaStore;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Drafts of files that nobody will finish: an upload was killed before it had a row, or a download was given up. What a
 * waiting download will go on with stays, however old it is.
 */
@Component
class AbandonedDrafts {

    private static final Duration OLD = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final MediaStore store;

    AbandonedDrafts(JdbcClient jdbc, MediaStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    void drop() {
        store.draftsUntouchedFor(OLD).stream().filter(id -> !isWaitedFor(id)).forEach(store::drop);
    }

    private boolean isWaitedFor(UUID id) {
        return jdbc.sql("select exists (select 1 from conversation.media where id = ? and state = 'WAITING')")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
