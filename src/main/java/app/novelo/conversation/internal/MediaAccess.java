package app.novelo.conversation.internal;

import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.internal.MediaRows.StoredFile;
import app.novelo.platform.Caller;
import app.novelo.platform.NotFound;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may see a file: whoever may see its conversation; before it is part of one, who uploaded it; everybody, if the
 * company keeps it to be sent. What a customer has taken back is there for managers alone.
 */
@Component
class MediaAccess {

    private final MediaRows rows;
    private final Conversations conversations;
    private final ConversationAccess access;
    private final JdbcClient jdbc;

    MediaAccess(MediaRows rows, Conversations conversations, ConversationAccess access, JdbcClient jdbc) {
        this.rows = rows;
        this.conversations = conversations;
        this.access = access;
        this.jdbc = jdbc;
    }

    StoredFile visible(Caller caller, UUID id) {
        return rows.find(id)
                .filter(file -> isVisible(caller, file))
                .filter(file -> caller.isManager() || !isRevoked(id))
                .orElseThrow(() -> new NotFound("file " + id));
    }

    private boolean isVisible(Caller caller, StoredFile file) {
        return file.kept() || isVisibleAsPart(caller, file);
    }

    private boolean isVisibleAsPart(Caller caller, StoredFile file) {
        return file.conversation() == null
                ? caller.id().equals(file.owner())
                : conversations
                        .find(file.conversation())
                        .filter(conversation -> access.isVisible(caller, conversation))
                        .isPresent();
    }

    private boolean isRevoked(UUID id) {
        return jdbc.sql("select exists (select 1 from conversation.message where media = ? and revoked_at is not null)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
