package app.novelo.support;

import static org.awaitility.Awaitility.await;

import app.novelo.engine.Tasks;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of a customer's message, read from the rows and from the engine. */
public class Cases {

    /** Tells a hang from a busy machine; nothing that works is waited for that long. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final Tasks people;
    private final Turns turns;

    Cases(
            JdbcClient jdbc,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            HistoryService history,
            Tasks people,
            Turns turns) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.history = history;
        this.people = people;
        this.turns = turns;
    }

    /** Waits for what must come true soon; fails with the last error. */
    public static <T> T eventually(Callable<T> look) {
        return await().atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(look, value -> value != null && !Boolean.FALSE.equals(value));
    }

    /** Waits until nothing is queued or on its way to the customer. */
    public void untilNothingIsOnItsWayTo(String phone) {
        var conversation = conversationOf(phone);
        eventually(() -> jdbc.sql("select count(*) from conversation.outgoing where conversation = ?::uuid")
                        .param(conversation)
                        .query(Integer.class)
                        .single()
                == 0);
    }

    /**
     * The customer wrote a day earlier. The word is moved and not the clock: the engine's is one for the whole JVM, and in all
     * programs of the tests the timers of many hundred cases would run out again and again.
     */
    public void aDayPassesFor(String conversation) {
        jdbc.sql(
                        """
                        update conversation.service_window w set last_inbound_at = w.last_inbound_at - interval '1 day'
                        from conversation.conversation c
                        where c.id = ?::uuid and w.customer = c.customer and w.line = c.line""")
                .param(conversation)
                .update();
    }

    /** As he is shown of whom nobody knows a name: by his number. */
    public void nobodyKnowsTheNameOf(String phone) {
        jdbc.sql(
                        """
                        update customer.customer set name = '+' || i.value from customer.identity i
                        where i.customer = customer.customer.id and i.value = ?""")
                .param(phone)
                .update();
    }

    public String conversationOf(String phone) {
        return jdbc.sql(
                        """
                        select c.id::text from conversation.conversation c join customer.identity i on i.customer = c.customer
                        where i.value = ? order by c.opened_at desc, c.last_message_at desc limit 1""")
                .param(phone)
                .query(String.class)
                .single();
    }

    public List<String> numbersOf(String phone) {
        return jdbc.sql(
                        """
                        select f.number from casework.case_file f join customer.identity i on i.customer = f.customer
                        where i.value = ? order by f.opened_at""")
                .param(phone)
                .query(String.class)
                .list();
    }

    /** Waits for the customer's ticket. */
    public String ticketOf(String phone) {
        return eventually(() -> numbersOf(phone).get(0));
    }

    /** Waits for the customer's ticket, or for the question what it is about. */
    public boolean isTakenUp(String phone) {
        return eventually(() -> !numbersOf(phone).isEmpty()
                || walked(conversationOf(phone), "intake").contains("callActivity_askWhatItIs"));
    }

    /** @return how many of the customer's messages a process has taken */
    public int handled(String conversation) {
        return jdbc.sql(
                        "select count(*) from conversation.message where conversation = ?::uuid and direction = 'IN' and not unhandled")
                .param(conversation)
                .query(Integer.class)
                .single();
    }

    /** @return what the row of the case says in that column, as text */
    public String fact(String number, String column) {
        return jdbc.sql("select " + column + "::text from casework.case_file where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    public Optional<String> ownerOf(String number) {
        return jdbc.sql("select owner from casework.case_file where number = ?")
                .param(number)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    public ProcessInstance instanceOf(String businessKey, String processKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .processDefinitionKey(processKey)
                .singleResult();
    }

    public Task taskOf(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult();
    }

    public List<Task> tasksOf(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list();
    }

    /** Fires the only timer that waits at the element. */
    public void fireTimer(String businessKey, String processKey, String element) {
        var instance = instanceOf(businessKey, processKey);
        var job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(element)
                .singleResult();
        execute(job.getId());
    }

    /** Again where somebody else moved the process at the same moment, as the engine itself would. */
    private void execute(String job) {
        try {
            management.executeJob(job);
        } catch (OptimisticLockingException e) {
            management.executeJob(job);
        }
    }

    /** @return when the only timer that waits at the element is due; null if none waits */
    public @Nullable Instant dueOfTimer(String businessKey, String processKey, String element) {
        var instance = instanceOf(businessKey, processKey);
        var timer = instance == null
                ? null
                : management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(element)
                        .singleResult();
        return timer == null ? null : timer.getDuedate().toInstant();
    }

    /** @return elements that the newest instance of the process passed or stands on, in order of their start */
    public List<String> walked(String businessKey, String processKey) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .processDefinitionKey(processKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .get(0);
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    public boolean hasEnded(String businessKey, String processKey) {
        return instanceOf(businessKey, processKey) == null
                && history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(businessKey)
                                .processDefinitionKey(processKey)
                                .finished()
                                .count()
                        > 0;
    }

    /** As the agent's button does it. */
    public boolean claim(String user, String task) {
        turns.inTurn(turnOf(task), () -> people.claim(task, user));
        return user.equals(tasks.createTaskQuery().taskId(task).singleResult().getAssignee());
    }

    /** As the form {@code resolve-ticket} does it. */
    public void complete(String user, String task, String resolution) {
        complete(
                user,
                task,
                Var.text("outcome").of("resolved"),
                Var.text("resolution").of(resolution));
    }

    /** Resolves the ticket, and the time in which the customer may come back passes. */
    public void closeForGood(String user, String task, String resolution) {
        var number = jdbc.sql("select case_number from casework.work_item where task_id = ?")
                .param(task)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
        complete(user, task, resolution);
        number.ifPresent(this::timeToReopenPasses);
    }

    /** Of a case that was resolved. */
    public void timeToReopenPasses(String number) {
        var conversation = jdbc.sql("select conversation::text from casework.case_file where number = ?")
                .param(number)
                .query(String.class)
                .single();
        turns.inTurn(Turn.ofConversation(conversation), () -> management
                .createJobQuery()
                .processInstanceId(instanceOf(number, "ticket").getId())
                .activityId("event_timeToReopenOver")
                .list()
                .forEach(over -> management.executeJob(over.getId())));
    }

    /** @param fields of the task's form */
    public void complete(String user, String task, Var.Value... fields) {
        turns.inTurn(turnOf(task), () -> people.complete(task, user, fields));
    }

    private Turn turnOf(String task) {
        return Turn.ofConversation(jdbc.sql("select conversation::text from casework.work_item where task_id = ?")
                .param(task)
                .query(String.class)
                .single());
    }

    /** @return all that was offered to the newest evaluation of the table in this case, as JSON */
    public String offered(String number, String decision) {
        return jdbc.sql(
                        "select facts::text from casework.decision where business_key = ? and decision = ? order by id desc limit 1")
                .param(number)
                .param(decision)
                .query(String.class)
                .single();
    }
}
