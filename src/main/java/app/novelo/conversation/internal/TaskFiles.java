package app.novelo.conversation.internal;

import app.novelo.conversation.internal.MediaRows.StoredFile;
import app.novelo.engine.RemoteTask;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The file that a sending task names: {@code file} is a name under which the company keeps one, {@code media} the id of
 * one that was uploaded or came in this conversation.
 */
@Component
class TaskFiles {

    private final KeptFiles kept;
    private final MediaRows rows;
    private final JdbcClient jdbc;

    TaskFiles(KeptFiles kept, MediaRows rows, JdbcClient jdbc) {
        this.kept = kept;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** @param kind of the message that carries it */
    record TaskFile(UUID id, String kind, boolean voice) {}

    /** @throws IllegalArgumentException if it is not here, or nothing that WhatsApp takes */
    Optional<TaskFile> of(RemoteTask task, UUID conversation) {
        var name = task.setting("file");
        if (name != null) {
            var id = kept.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("no file is kept as \"" + name + "\""));
            return Optional.of(sendable(id, conversation));
        }
        return Optional.ofNullable(task.setting("media")).map(id -> sendable(uuid(id), conversation));
    }

    private TaskFile sendable(UUID id, UUID conversation) {
        var file = rows.find(id)
                .filter(StoredFile::isReady)
                .filter(found -> belongs(found, conversation))
                .orElseThrow(() -> new IllegalArgumentException("there is no file " + id + " for this conversation"));
        var type = String.valueOf(file.mimeType());
        var kind = SendableKind.ofType(type)
                .orElseThrow(() -> new IllegalArgumentException("WhatsApp takes no file of type " + type));
        return new TaskFile(id, kind.word(), file.voice());
    }

    /** Never one of another customer's: a variable may hold any id. */
    private boolean belongs(StoredFile file, UUID conversation) {
        if (file.kept() || conversation.equals(file.conversation())) {
            return true;
        }
        return file.conversation() == null
                && jdbc.sql("update conversation.media set conversation = ? where id = ? and conversation is null")
                                .param(conversation)
                                .param(file.id())
                                .update()
                        == 1;
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + id + "\" is no id of a file", e);
        }
    }
}
