package app.novelo.conversation.internal;

import app.novelo.conversation.Conversations;
import app.novelo.engine.HandOver;
import app.novelo.engine.RemoteTask;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Topic {@code conversation.send}: a task that says something to the customer; what, {@link TaskMessages} reads. */
@Component
class SendHandOver implements HandOver {

    private final StoredSendQueue queue;
    private final Conversations conversations;
    private final TaskMessages messages;
    private final JdbcClient jdbc;

    SendHandOver(StoredSendQueue queue, Conversations conversations, TaskMessages messages, JdbcClient jdbc) {
        this.queue = queue;
        this.conversations = conversations;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    public String topic() {
        return "conversation.send";
    }

    @Override
    public void take(RemoteTask task) {
        var attempts = attempts(task.id());
        if (attempts.unsettled) {
            return;
        }
        var conversation = conversations.required(UUID.fromString(String.valueOf(task.conversation())));
        boolean advertises = "marketing".equals(task.setting(TaskMessages.PURPOSE));
        queue.add(messages.of(task, conversation), attempts.next, advertises);
    }

    /** A task whose last attempt has an unknown outcome is not said again until that is settled. */
    private Attempts attempts(String task) {
        return jdbc.sql(
                        """
                        select coalesce(max(o.task_attempt), 0) + 1, coalesce(bool_or(true), false)
                        from conversation.outgoing o where o.external_task = ?""")
                .param(task)
                .query((row, n) -> new Attempts(row.getInt(1), row.getBoolean(2)))
                .single();
    }

    /** @param unsettled an earlier attempt is still queued, on its way, or unknown */
    private record Attempts(int next, boolean unsettled) {}
}
