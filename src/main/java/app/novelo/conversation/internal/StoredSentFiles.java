package app.novelo.conversation.internal;

import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.SentFiles;
import app.novelo.media.MediaStore;
import app.novelo.platform.Caller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredSentFiles implements SentFiles {

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final ConversationAccess access;
    private final MediaStore store;

    StoredSentFiles(JdbcClient jdbc, Conversations conversations, ConversationAccess access, MediaStore store) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.access = access;
        this.store = store;
    }

    private record Found(UUID conversation, UUID media, String name) {}

    @Override
    public Optional<Document> document(Caller caller, UUID message) {
        return jdbc.sql(
                        """
                        select m.conversation, f.id, f.filename from conversation.message m
                        join conversation.media f on f.id = m.media
                        where m.id = ? and m.direction = 'OUT' and m.kind = 'document' and m.revoked_at is null
                          and f.state = 'READY'""")
                .param(message)
                .query((row, n) ->
                        new Found(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)))
                .optional()
                .flatMap(found -> conversations
                        .find(found.conversation())
                        .filter(conversation -> access.isVisible(caller, conversation))
                        .flatMap(conversation -> store.find(found.media())
                                .map(path -> new Document(conversation.customer(), found.name(), path))));
    }
}
