package app.novelo.conversation.internal;

import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Outgoing;
import app.novelo.conversation.Texts;
import app.novelo.customer.Customers;
import app.novelo.engine.HandOver;
import app.novelo.engine.RemoteTask;
import app.novelo.platform.Company;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Topic {@code conversation.send}: a task that says something to the customer. Its extension properties are the designer's:
 * {@code textKey} names an entry of the catalogue, or {@code text} is the text itself; {@code notice} = {@code true} may be
 * said whoever has the word.
 */
@Component
class SendHandOver implements HandOver {

    private final StoredSendQueue queue;
    private final Conversations conversations;
    private final Customers customers;
    private final Texts texts;
    private final Company company;
    private final JdbcClient jdbc;

    SendHandOver(
            StoredSendQueue queue,
            Conversations conversations,
            Customers customers,
            Texts texts,
            Company company,
            JdbcClient jdbc) {
        this.queue = queue;
        this.conversations = conversations;
        this.customers = customers;
        this.texts = texts;
        this.company = company;
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
        queue.add(outgoing(task, conversation), attempts.next);
    }

    private Outgoing outgoing(RemoteTask task, Conversation conversation) {
        return Outgoing.text(
                conversation.id(),
                conversation.caseNumber(),
                new Author(Author.Type.PROCESS, task.processKey(), company.name()),
                text(task, conversation),
                null,
                "true".equals(task.properties().get("notice")),
                new Outgoing.Origin(task.id(), task.processInstanceId(), task.activityInstanceId()));
    }

    private String text(RemoteTask task, Conversation conversation) {
        var values = values(task, conversation);
        var key = task.properties().get("textKey");
        if (key != null) {
            return texts.render(key, conversation.language(), values);
        }
        var text = task.properties().get("text");
        if (text == null) {
            throw new IllegalArgumentException(task.element() + " has neither textKey nor text");
        }
        return texts.fill(text, values);
    }

    private Map<String, String> values(RemoteTask task, Conversation conversation) {
        var values = new HashMap<String, String>();
        var name = customers
                .find(conversation.customer())
                .map(customer -> customer.name())
                .orElse("");
        values.put("protocol", task.businessKey() == null ? "" : task.businessKey());
        values.put("company", company.name());
        values.put("customer.name", name);
        values.put("customer.firstName", name.split(" ", 2)[0]);
        return values;
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
