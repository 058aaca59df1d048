package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseWork;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Speaker;
import app.novelo.engine.TaskEvent;
import app.novelo.engine.TaskObserver;
import app.novelo.engine.TaskTurns;
import app.novelo.engine.Tasks;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.Events;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The read model of open user tasks, kept in the engine's transactions; whoever claims a task gets the word. */
@Component
class WorkItems implements TaskObserver, TaskTurns, CaseWork {

    private final JdbcClient jdbc;
    private final CaseRows cases;
    private final OpenCases open;
    private final Conversations conversations;
    private final Tasks tasks;
    private final Turns turns;
    private final Events events;
    private final Clock clock;

    WorkItems(
            JdbcClient jdbc,
            CaseRows cases,
            OpenCases open,
            Conversations conversations,
            @Lazy Tasks tasks,
            Turns turns,
            Events events,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.open = open;
        this.conversations = conversations;
        this.tasks = tasks;
        this.turns = turns;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Turn> of(String taskId) {
        return jdbc.sql("select conversation, case_number from casework.work_item where task_id = ?")
                .param(taskId)
                .query((row, n) -> row.getString(1) != null
                        ? Turn.ofConversation(row.getString(1))
                        : Turn.ofCase(String.valueOf(row.getString(2))))
                .optional();
    }

    @Override
    public void on(TaskEvent event) {
        switch (event.type()) {
            case CREATED -> create(event);
            case ASSIGNED -> assign(event);
            case UPDATED -> update(event);
            case COMPLETED -> end(event);
            case DELETED -> {
                join(event);
                end(event);
            }
        }
    }

    /** A timer that takes a task away comes outside the turn: whoever is in it may wait for this very row. */
    private void join(TaskEvent event) {
        of(event.taskId()).ifPresent(turns::join);
    }

    private void create(TaskEvent event) {
        var file = event.businessKey() == null
                ? null
                : cases.find(event.businessKey()).orElse(null);
        var conversation = conversation(event, file);
        jdbc.sql(
                        """
                        insert into casework.work_item (task_id, element, name, process_key, process_instance_id,
                          case_number, conversation, queue, assignee, due_at, form_key, created_at)
                        values (:task, :element, :name, :process, :instance, :case, :conversation, :queue, :assignee,
                          :due, :form, :created)""")
                .param("task", event.taskId())
                .param("element", event.element())
                .param("name", event.name())
                .param("process", event.processKey())
                .param("instance", event.processInstanceId())
                .param("case", file == null ? null : file.number(), Types.VARCHAR)
                .param("conversation", conversation, Types.OTHER)
                .param("queue", queue(event), Types.VARCHAR)
                .param("assignee", event.assignee(), Types.VARCHAR)
                .param("due", timeOrNull(event.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("form", event.formKey(), Types.VARCHAR)
                .param("created", time(clock.instant()))
                .update();
        tell("task.created", event, conversation);
        if (file != null && file.owner() != null && event.assignee() == null && isWork(event)) {
            tasks.assign(event.taskId(), file.owner(), null); // whoever has the case goes on with it
        }
    }

    private static @Nullable String queue(TaskEvent event) {
        return event.candidateGroups().stream().sorted().findFirst().orElse(null);
    }

    private static @Nullable UUID conversation(TaskEvent event, @Nullable CaseFile file) {
        if (file != null) {
            return file.conversation();
        }
        try {
            return event.businessKey() == null ? null : UUID.fromString(event.businessKey());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void assign(TaskEvent event) {
        var conversation = conversation(jdbc.sql(
                        "update casework.work_item set assignee = :assignee where task_id = :task returning conversation")
                .param("assignee", event.assignee(), Types.VARCHAR)
                .param("task", event.taskId()));
        if (conversation != null && isWork(event) && isAbout(conversation, event)) {
            giveWord(conversation, event.assignee());
        }
        if (event.assignee() != null && isWork(event)) {
            own(event, conversation);
        }
        tell("task.assigned", event, conversation == null ? null : conversation.id());
    }

    /** A manager who looks after an escalation takes neither the case nor the word from whoever has them. */
    private static boolean isWork(TaskEvent event) {
        return !event.processKey().equals(EscalationProcess.KEY);
    }

    /** Whoever takes the work is responsible for the case, and stays so when he puts the task down for a while. */
    private void own(TaskEvent event, @Nullable Conversation conversation) {
        if (event.businessKey() != null) {
            cases.owned(event.businessKey(), event.assignee());
        }
        if (conversation != null && isAbout(conversation, event)) {
            if (!Objects.equals(conversation.owner(), event.assignee())) {
                conversations.own(conversation.id(), event.assignee());
            }
        } else if (conversation != null) {
            open.note(conversation.id());
        }
    }

    /** A conversation that is about another of its cases now has that one's people. */
    private static boolean isAbout(Conversation conversation, TaskEvent event) {
        var key = String.valueOf(event.businessKey());
        return key.equals(conversation.caseNumber())
                || key.equals(conversation.id().toString());
    }

    private void giveWord(Conversation conversation, @Nullable String assignee) {
        if (assignee != null) {
            conversations.giveWord(conversation.id(), Speaker.AGENT, assignee);
        } else if (conversation.speaker() == Speaker.AGENT) {
            conversations.giveWord(conversation.id(), Speaker.PROCESS, null);
        }
    }

    private void update(TaskEvent event) {
        jdbc.sql("update casework.work_item set due_at = :due, name = :name, queue = :queue where task_id = :task")
                .param("queue", queue(event), Types.VARCHAR)
                .param("due", timeOrNull(event.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("name", event.name())
                .param("task", event.taskId())
                .update();
    }

    private void end(TaskEvent event) {
        var conversation =
                conversation(jdbc.sql("delete from casework.work_item where task_id = ? returning conversation")
                        .param(event.taskId()));
        if (conversation != null
                && event.type() == TaskEvent.Type.COMPLETED
                && !conversation.isResolved()
                && isWork(event)
                && isAbout(conversation, event)) {
            giveWord(conversation, null);
        }
        tell("task.ended", event, conversation == null ? null : conversation.id());
    }

    /** @return whose conversation the item is; null if it has none, or is not there */
    private @Nullable Conversation conversation(JdbcClient.StatementSpec returning) {
        return returning
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(id -> id)
                .flatMap(conversations::find)
                .orElse(null);
    }

    /** @return the tasks in which people work on the case; those about it, of an escalation, are none */
    List<OpenTask> openOf(String caseNumber) {
        return jdbc.sql(
                        "select task_id, element, assignee from casework.work_item where case_number = ? and process_key <> ? order by created_at")
                .param(caseNumber)
                .param(EscalationProcess.KEY)
                .query((row, n) -> new OpenTask(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** @return of each case with an open task in which people work on it that task's id, the oldest of several */
    Map<String, String> taskOfEach(Collection<String> caseNumbers) {
        var found = new HashMap<String, String>();
        jdbc.sql(
                        """
                        select case_number, task_id from casework.work_item
                        where case_number = any(:cases) and process_key <> :escalation order by created_at desc""")
                .param("cases", caseNumbers.toArray(String[]::new))
                .param("escalation", EscalationProcess.KEY)
                .query(row -> {
                    found.put(row.getString("case_number"), row.getString("task_id"));
                });
        return found;
    }

    /** @return the case's open task at one of those elements of its process */
    Optional<OpenTask> openOf(String caseNumber, Collection<String> elements) {
        return openOf(caseNumber).stream()
                .filter(task -> elements.contains(task.element()))
                .findFirst();
    }

    @Override
    public Optional<OpenTask> openTaskOf(String caseNumber) {
        return openOf(caseNumber).stream().findFirst();
    }

    /** @return tasks of the case that are due at another time than this */
    List<String> dueOtherwise(String caseNumber, @Nullable Instant due) {
        return jdbc.sql(
                        "select task_id from casework.work_item where case_number = :case and due_at is distinct from :due")
                .param("case", caseNumber)
                .param("due", timeOrNull(due), Types.TIMESTAMP_WITH_TIMEZONE)
                .query(String.class)
                .list();
    }

    private static @Nullable Object timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    private void tell(String type, TaskEvent event, @Nullable UUID conversation) {
        var data = new HashMap<String, Object>();
        data.put("task", event.taskId());
        if (conversation != null) {
            data.put("conversation", conversation.toString());
        }
        event.candidateGroups().stream().findFirst().ifPresent(queue -> data.put("queue", queue));
        events.append(type, data);
    }
}
