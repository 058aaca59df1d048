package app.novelo.conversation.internal;

import app.novelo.conversation.internal.MediaRows.StoredFile;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that the company keeps under a name, so that a process can send them: a price list, a manual. */
@Component
class KeptFiles {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final MediaRows rows;
    private final MediaViews views;
    private final JdbcClient jdbc;

    KeptFiles(MediaRows rows, MediaViews views, JdbcClient jdbc) {
        this.rows = rows;
        this.views = views;
        this.jdbc = jdbc;
    }

    /** A kept file. */
    record Kept(String name, MediaView file) {}

    List<Kept> all() {
        return jdbc.sql("select id, kept_as from conversation.media where kept_as is not null order by kept_as")
                .query((row, n) -> new Kept(row.getString("kept_as"), views.of(row.getObject("id", UUID.class))))
                .list();
    }

    Optional<UUID> find(String name) {
        return jdbc.sql("select id from conversation.media where kept_as = ?")
                .param(name)
                .query(UUID.class)
                .optional();
    }

    /**
     * Gives the name to a file that the caller has uploaded. Another one that has it keeps its messages and loses the name.
     *
     * @throws NotFound if there is no such upload of the caller's, or he may not keep files
     */
    @Transactional
    public Kept keep(Caller caller, UUID id, @Nullable String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new BadRequest("name", "1 to 64 of a-z, 0-9 and -, a letter first");
        }
        boolean own = rows.find(id)
                .filter(StoredFile::isReady)
                .filter(file -> caller.id().equals(file.owner()) && file.conversation() == null)
                .isPresent();
        if (!own || !mayKeep(caller)) {
            throw new NotFound("upload " + id);
        }
        jdbc.sql("update conversation.media set kept_as = null where kept_as = ?")
                .param(name)
                .update();
        int named = jdbc.sql("update conversation.media set kept = true, kept_as = ? where id = ?")
                .param(name)
                .param(id)
                .update();
        if (named == 0) { // a day old, and gone since it was found
            throw new NotFound("upload " + id);
        }
        return new Kept(name, views.of(id));
    }

    private static boolean mayKeep(Caller caller) {
        return caller.isManager() || caller.isIn(Caller.DESIGNERS);
    }
}
