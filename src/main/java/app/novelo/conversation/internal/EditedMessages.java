package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.internal.Amendments.Amendment;
import app.novelo.conversation.internal.Amendments.Owner;
import app.novelo.conversation.internal.Amendments.Target;
import app.novelo.platform.Sql;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest edit by the channel's time is what a message says, whatever the order in which edits came. */
@Component
class EditedMessages {

    private final JdbcClient jdbc;
    private final StoredUndriven undriven;
    private final InboundConversations conversations;

    EditedMessages(JdbcClient jdbc, StoredUndriven undriven, InboundConversations conversations) {
        this.jdbc = jdbc;
        this.undriven = undriven;
        this.conversations = conversations;
    }

    /** @return false if nobody can read what it changes the message to */
    boolean apply(Amendment edit, Target target, Owner owner) {
        var newest = newest(edit, owner).orElse(null);
        if (newest == null || !isReadable(edit)) {
            return false;
        }
        boolean again = target.inbound() && target.isDone();
        if (newest.id.equals(edit.id())) {
            keep(target.id(), target.id(), target.at(), edit.at());
            replace(edit, target, again && !target.over());
        } else {
            keep(target.id(), edit.id(), edit.at(), newest.at);
            again = false;
        }
        if (target.inbound() && !(again && target.over())) {
            settle(edit);
        }
        return true;
    }

    private boolean isReadable(Amendment edit) {
        return jdbc.sql(
                        "select text is not null or content -> 'content' is not null from conversation.message where id = ? and at = ?")
                .param(edit.id())
                .param(time(edit.at()))
                .query(Boolean.class)
                .single();
    }

    private Optional<Edit> newest(Amendment edit, Owner owner) {
        return jdbc.sql(
                        """
                        select m.id, m.at from conversation.message m join conversation.conversation c on c.id = m.conversation
                        where m.target = ? and m.kind = 'edit' and c.customer = ? and c.line = ? and m.direction = ?
                          and (m.text is not null or m.content -> 'content' is not null)
                        order by m.at desc, m.provider_id desc limit 1""")
                .param(edit.target())
                .param(owner.customer())
                .param(owner.line())
                .param(edit.inbound() ? "IN" : "OUT")
                .query((row, n) -> new Edit(row.getObject("id", UUID.class), Sql.instant(row, "at")))
                .optional();
    }

    private void keep(UUID message, UUID words, Instant at, Instant until) {
        jdbc.sql(
                        """
                        insert into conversation.message_version (message, text, content, until)
                        select ?, text, case when kind = 'edit' then content -> 'content' else content end, ?
                        from conversation.message where id = ? and at = ?""")
                .param(message)
                .param(time(until))
                .param(words)
                .param(time(at))
                .update();
    }

    private void replace(Amendment edit, Target target, boolean again) {
        jdbc.sql(
                        """
                        update conversation.message m set text = e.text, content = coalesce(e.content -> 'content', m.content),
                          edited_at = e.at, unhandled = m.unhandled or ?
                        from conversation.message e
                        where m.id = ? and m.at = ? and e.id = ? and e.at = ?""")
                .param(again)
                .param(target.id())
                .param(time(target.at()))
                .param(edit.id())
                .param(time(edit.at()))
                .update();
        if (again) {
            undriven.mark(target.conversation());
        }
    }

    /** Its words are handled with the message that they belong to now. */
    private void settle(Amendment edit) {
        jdbc.sql("update conversation.message set unhandled = false where id = ? and at = ?")
                .param(edit.id())
                .param(time(edit.at()))
                .update();
        conversations.endIfNothingIsLeft(edit.conversation());
    }

    private record Edit(UUID id, Instant at) {}
}
