package app.novelo.casework;

import static app.novelo.support.Cases.eventually;

import app.novelo.casework.CaseActs.Act;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.HeldUp;
import app.novelo.platform.NotFound;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One customer in the running program, and what is done to him and by him; everybody may be refused, nobody may fail. */
final class Story {

    private static final Act MANAGERS = new Act("raised", null, "marta");

    private final Customer customer;
    private final Agent agent;
    private final Cases cases;
    private final CaseActs acts;
    private final Turns turns;
    private final ManagementService management;
    private final TaskService tasks;
    private final JdbcClient jdbc;

    private final List<String> wrongs = Collections.synchronizedList(new ArrayList<>());
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final List<String> answers = Collections.synchronizedList(new ArrayList<>());
    private final String phone;

    Story(ApplicationContext novelo) {
        customer = novelo.getBean(Customer.class);
        agent = novelo.getBean(Agent.class);
        cases = novelo.getBean(Cases.class);
        acts = novelo.getBean(CaseActs.class);
        turns = novelo.getBean(Turns.class);
        management = novelo.getBean(ManagementService.class);
        tasks = novelo.getBean(TaskService.class);
        jdbc = novelo.getBean(JdbcClient.class);
        phone = customer.newPhone();
        says("minha geladeira não gela");
        eventually(() -> cases.taskOf(number()));
    }

    String phone() {
        return phone;
    }

    /** What nobody may ever see, whoever is first. */
    List<String> wrongs() {
        return wrongs;
    }

    /** The ids at the channel of all that the customer said. */
    List<String> said() {
        return said;
    }

    /** All that the program has promised to send. */
    List<String> answers() {
        return answers;
    }

    /** All of them in the same moment. */
    void happen(List<Deed> together) {
        var start = new CyclicBarrier(together.size());
        var running = together.stream()
                .map(deed -> CompletableFuture.runAsync(() -> {
                    try {
                        start.await(10, TimeUnit.SECONDS);
                        happens(deed, together.size() == 1);
                    } catch (Exception e) {
                        wrongs.add(deed + " failed: " + e);
                    }
                }))
                .toList();
        running.forEach(CompletableFuture::join);
    }

    private void happens(Deed deed, boolean alone) {
        switch (deed) {
            case CUSTOMER_ADDS_SOMETHING -> says("a geladeira é da Brastemp e não gela desde ontem");
            case CUSTOMER_THANKS -> says("ok, obrigado!");
            case CUSTOMER_SENDS_A_PICTURE -> said.add(customer.sends(phone, customer.picture()));
            case CUSTOMER_PRESSES_REOPEN -> said.add(customer.presses(phone, "reopen", "Preciso de ajuda"));
            case CUSTOMER_WANTS_SOMETHING_ELSE -> says("preciso da segunda via do boleto");
            case CUSTOMER_THREATENS -> says("se a geladeira não for consertada hoje eu vou ao Procon");
            case BRUNO_CLAIMS -> claims("bruno");
            case CARLA_CLAIMS -> claims("carla");
            case BRUNO_ANSWERS -> answers("bruno");
            case CARLA_ANSWERS -> answers("carla");
            case BRUNO_TAKES_THE_WORD -> act("bruno", "takeover", Map.of());
            case BRUNO_GIVES_THE_WORD_BACK -> act("bruno", "release", Map.of());
            case BRUNO_RESOLVES -> act("bruno", "resolve", Map.of());
            case BRUNO_RESOLVES_A_DUPLICATE -> act("bruno", "resolve", Map.of("reason", "duplicate"));
            case BRUNO_WAITS_FOR_THE_CUSTOMER -> act("bruno", "snooze", Map.of("onReply", true));
            case BRUNO_WAITS_FOR_SOMEBODY_ELSE -> completes("bruno", "waitingThirdParty");
            case BRUNO_SNOOZES -> act("bruno", "snooze", Map.of("until", tomorrow()));
            case BRUNO_ASKS_FOR_HELP -> completes("bruno", "escalate");
            case BRUNO_TRANSFERS_TO_TRIAGE -> act("bruno", "transfer", Map.of("queue", "triage"));
            case BRUNO_TRANSFERS_TO_CARLA -> act("bruno", "transfer", Map.of("agent", "carla"));
            case CARLA_WAITS_FOR_THE_CUSTOMER -> act("carla", "snooze", Map.of("onReply", true));
            case CARLA_RESOLVES -> act("carla", "resolve", Map.of());
            case CARLA_TRANSFERS_TO_SUPPORT -> act("carla", "transfer", Map.of("queue", "support"));
            case MANAGER_ASSIGNS_BRUNO -> act("marta", "transfer", Map.of("agent", "bruno"));
            case MANAGER_MOVES_TO_TRIAGE -> act("marta", "transfer", Map.of("queue", "triage"));
            case MANAGER_RAISES_THE_PRIORITY -> raises();
            case MANAGER_HANDLES_THE_ESCALATION -> handlesTheEscalation();
            case WAIT_RUNS_OUT -> fire("event_waitOver");
            case TIME_TO_REOPEN_RUNS_OUT -> fire("event_timeToReopenOver");
            case CLOCK_WARNS -> clock("warn_at");
            case CLOCK_IS_LATE -> clock("due_at");
            case NOBODY_REACTS -> {
                fire("event_noReaction");
                fire("event_nextLevelDue");
            }
            case BOTH_RESOLVE_AT_ONCE -> both("resolve", Map.of(), alone);
            case BOTH_SNOOZE_AT_ONCE -> both("snooze", Map.of("onReply", true), alone);
        }
    }

    private void says(String text) {
        said.add(customer.says(phone, text));
    }

    private void answers(String who) {
        var text = "resposta " + UUID.randomUUID();
        var path = "/api/v1/conversations/" + cases.conversationOf(phone) + "/messages";
        if (told(who, agent.post(who, path, Map.of("kind", "text", "text", text))) == 202) {
            answers.add(text);
        }
    }

    private void claims(String who) {
        var task = cases.tasksOf(number()).stream()
                .filter(open -> open.getTaskDefinitionKey().equals("userTask_resolveTicket"))
                .findFirst();
        task.ifPresent(open ->
                told(who, agent.post(who, "/engine-rest/task/" + open.getId() + "/claim", Map.of("userId", who))));
    }

    /** By the form, which is only for whoever has the task. */
    private void completes(String who, String outcome) {
        var task = cases.tasksOf(number()).stream()
                .filter(open -> open.getTaskDefinitionKey().equals("userTask_resolveTicket"))
                .findFirst();
        task.ifPresent(open -> submit(who, open.getId(), Map.of("outcome", Map.of("value", outcome))));
    }

    private void handlesTheEscalation() {
        for (var task : tasks.createTaskQuery()
                .processInstanceBusinessKey(number())
                .taskDefinitionKey("userTask_handleEscalation")
                .list()) {
            told(
                    "marta",
                    agent.post("marta", "/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", "marta")));
            submit("marta", task.getId(), Map.of("reaction", Map.of("value", "helped")));
        }
    }

    private void submit(String who, String task, Map<String, Object> fields) {
        told(who, agent.post(who, "/engine-rest/task/" + task + "/complete", Map.of("variables", fields)));
    }

    private int act(String who, String act, Map<String, Object> body) {
        return told(who, agent.post(who, "/api/v1/conversations/" + cases.conversationOf(phone) + "/" + act, body));
    }

    private int told(String who, Agent.Answer answer) {
        if (answer.status() >= 500) {
            wrongs.add(who + " was told " + answer);
        }
        return answer.status();
    }

    /** One wins, unless something else happens in this moment too, or the ticket is just writing to the customer. */
    private void both(String act, Map<String, Object> body, boolean alone) {
        boolean onePossible = alone && canBeActedOn();
        var bruno = CompletableFuture.supplyAsync(() -> act("bruno", act, body));
        var statuses = List.of(act("carla", act, body), bruno.join());
        var winners = statuses.stream().filter(status -> status == 204).count();
        if (onePossible && winners != 1 || !List.of(204, 404, 409).containsAll(statuses)) {
            wrongs.add(
                    "of two who " + act + " at once carla was told " + statuses.get(0) + ", bruno " + statuses.get(1));
        }
    }

    /**
     * Once it is resolved, to resolve it again does nothing and is refused to nobody who may; and what the customer has just
     * said may take the conversation out of the resolved ticket between the two.
     */
    private boolean canBeActedOn() {
        return jdbc.sql(
                        """
                        select exists (select from casework.case_file f
                          join act_ru_execution e on e.proc_inst_id_ = f.process_instance_id where f.number = ?
                          and e.act_id_ in ('userTask_resolveTicket', 'gateway_waitForReply'))
                        and ? = (select count(*) from conversation.message m
                          join conversation.conversation c on c.id = m.conversation
                          join customer.identity i on i.customer = c.customer
                          where i.value = ? and m.direction = 'IN' and not m.unhandled)""")
                .param(number())
                .param(said.size())
                .param(phone)
                .query(Boolean.class)
                .single();
    }

    private void raises() {
        try {
            turns.inTurn(turn(), () -> acts.prioritise(number(), "URGENT", MANAGERS));
        } catch (NotFound e) {
            // it has been closed
        }
    }

    /** Years ago, so that it happens at once. */
    private void clock(String column) {
        turns.inTurn(turn(), () -> jdbc.sql(
                        "update servicelevel.clock set started_at = timestamptz '1999-12-01 00:00Z', " + column
                                + " = timestamptz '2000-01-01 00:00Z' where case_number = ? and ended_at is null"
                                + " and paused_at is null and state in ('RUNNING', 'WARNED')")
                .param(number())
                .update());
        fire("event_nextChangeRunning");
        fire("event_nextChangeWarned");
        fire("event_nextChangeBreached");
    }

    /** As the job executor fires it, which repeats what collided and forgets what is gone. */
    private void fire(String element) {
        for (var id : jobs(element)) {
            for (int attempt = 0; attempt < 20 && !fired(id); attempt++) {
                Thread.onSpinWait();
            }
        }
    }

    private boolean fired(String job) {
        try {
            management.executeJob(job);
            return true;
        } catch (RuntimeException e) {
            if (isCollision(e)) {
                return false;
            }
            if (isThere(job)) {
                wrongs.add("a timer failed: " + e);
            }
            return true;
        }
    }

    /** Else somebody has fired it, or has taken its process further, while it waited for its turn. */
    private boolean isThere(String job) {
        return management.createJobQuery().jobId(job).count() > 0;
    }

    /** Each costs the timer one of its three attempts; what collides for good is found as failed. */
    private static boolean isCollision(Throwable e) {
        return e instanceof OptimisticLockingException
                || e instanceof ConcurrencyFailureException
                || HeldUp.isIn(e)
                || String.valueOf(e.getMessage()).contains("deleted in the meantime")
                || e.getCause() != null && isCollision(e.getCause());
    }

    private List<String> jobs(String element) {
        return jdbc.sql(
                        """
                        select j.id_ from act_ru_job j
                        join act_ru_jobdef d on d.id_ = j.job_def_id_
                        join act_ru_execution i on i.id_ = j.process_instance_id_
                        where d.act_id_ = ? and i.business_key_ in (
                          select f.number from casework.case_file f join customer.identity who on who.customer = f.customer
                          where who.value = ?)""")
                .param(element)
                .param(phone)
                .query(String.class)
                .list();
    }

    private Turn turn() {
        return Turn.ofConversation(cases.conversationOf(phone));
    }

    /** Of the newest ticket. */
    private String number() {
        var numbers = cases.numbersOf(phone);
        return numbers.get(numbers.size() - 1);
    }

    private static String tomorrow() {
        return Instant.now()
                .plus(1, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
