package app.novelo.conversation.internal;

import app.novelo.conversation.PastMessages.Said;
import app.novelo.media.FileName;
import app.novelo.media.MediaStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of messages from elsewhere. What they are is found out as of any file; what they are called is made harmless. */
@Component
class ImportedFiles {

    private final MediaStore store;
    private final FileFinder finder;
    private final MediaRows rows;
    private final JdbcClient jdbc;

    ImportedFiles(MediaStore store, FileFinder finder, MediaRows rows, JdbcClient jdbc) {
        this.store = store;
        this.finder = finder;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** A kill may have left bytes or the whole file without a row: they are written anew. */
    String keep(UUID id, String name, boolean voice, InputStream bytes) throws IOException {
        var known = rows.find(id);
        if (known.isPresent()) {
            return String.valueOf(known.get().mimeType());
        }
        try (var draft = store.draft(id)) {
            draft.restart();
            draft.write(bytes);
            var clean = FileName.clean(name, "file");
            var facts = finder.look(id, draft, clean);
            rows.insertUpload(id, null, clean, voice, facts);
            draft.keep();
            return facts.mimeType();
        }
    }

    void forget(UUID id) {
        if (rows.find(id).isEmpty()) {
            store.delete(id);
        }
    }

    /** A message that is known already has its file. */
    void forgetUnlessTaken(UUID id) {
        boolean loose =
                rows.find(id).filter(file -> file.conversation() == null).isPresent();
        if (loose && store.delete(id)) {
            jdbc.sql("delete from conversation.media where id = ?").param(id).update();
        }
    }

    /** From now on it is this message's. */
    @Nullable
    UUID attach(Said said, UUID message, UUID conversation) {
        if (said.file() != null) {
            jdbc.sql("update conversation.media set message = ?, conversation = ? where id = ?")
                    .param(message)
                    .param(conversation)
                    .param(said.file())
                    .update();
        }
        return said.file();
    }
}
