package app.novelo.lead;

import static app.novelo.support.Cases.eventually;

import app.novelo.platform.HeldUp;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One lead in the running program, and what is done to it; everybody may be refused, nobody may fail. */
final class LeadStory {

    private static final String FAR_AWAY = "2999-01-01T12:00:00Z";

    private final Customer customer;
    private final Agent agent;
    private final Cases cases;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final List<String> wrongs = Collections.synchronizedList(new ArrayList<>());
    private final String phone;
    private final String lead;

    LeadStory(ApplicationContext novelo) {
        customer = novelo.getBean(Customer.class);
        agent = novelo.getBean(Agent.class);
        cases = novelo.getBean(Cases.class);
        management = novelo.getBean(ManagementService.class);
        jdbc = novelo.getBean(JdbcClient.class);
        phone = customer.newPhone();
        customer.says(phone, "quero comprar um ar condicionado, qual o preço?");
        lead = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(lead));
    }

    String phone() {
        return phone;
    }

    /** What nobody may ever see, whoever is first. */
    List<String> wrongs() {
        return wrongs;
    }

    /** All of them in the same moment. */
    void happen(List<LeadDeed> together) {
        var start = new CyclicBarrier(together.size());
        together.stream()
                .map(deed -> CompletableFuture.runAsync(() -> {
                    try {
                        start.await(10, TimeUnit.SECONDS);
                        happens(deed);
                    } catch (Exception e) {
                        wrongs.add(deed + " failed: " + e);
                    }
                }))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void happens(LeadDeed deed) {
        switch (deed) {
            case CUSTOMER_ADDS_SOMETHING -> customer.says(phone, "é para um quarto de doze metros");
            case CUSTOMER_THANKS -> customer.says(phone, "ok, obrigado!");
            case CUSTOMER_CHOOSES_AN_ANSWER -> customer.presses(phone, "now", "O quanto antes");
            case CUSTOMER_WANTS_HELP -> customer.says(phone, "minha máquina de lavar não liga, preciso de assistência");
            case CUSTOMER_WANTS_MORE -> customer.says(phone, "também quero comprar uma geladeira nova");
            case ANA_CLAIMS -> claims();
            case ANA_ANSWERS -> writes();
            case ANA_WAITS -> act("ana", "snooze", Map.of("onReply", true, "case", lead));
            case ANA_PUTS_OFF -> act("ana", "snooze", Map.of("until", FAR_AWAY, "case", lead));
            case ANA_TRANSFERS_TO_SUPPORT -> act("ana", "transfer", Map.of("queue", "support", "case", lead));
            case ANA_CHANGES_THE_CARD ->
                told(
                        "ana",
                        agent.patch(
                                "ana",
                                "/api/v1/leads/" + lead,
                                Map.of("value", 1500, "criteria", Map.of("timeline", "month", "budget", "3000"))));
            case ANA_MOVES_TO_CONTACTED -> move("ana", Map.of("stage", "contacted"));
            case ANA_MOVES_TO_QUALIFIED -> move("ana", Map.of("stage", "qualified"));
            case ANA_MOVES_TO_OPPORTUNITY -> move("ana", Map.of("stage", "opportunity"));
            case ANA_MOVES_TO_PROPOSAL -> move("ana", Map.of("stage", "proposal", "value", 900));
            case DIEGO_MOVES_TO_OPPORTUNITY -> move("diego", Map.of("stage", "opportunity"));
            case MARTA_MOVES_TO_QUALIFIED -> move("marta", Map.of("stage", "qualified"));
            case MARTA_PUTS_OFF -> move("marta", Map.of("stage", "nurturing", "until", FAR_AWAY));
            case MARTA_TRANSFERS_TO_SALES -> act("marta", "transfer", Map.of("queue", "sales", "case", lead));
            case MARTA_WINS -> move("marta", Map.of("stage", "won", "value", 1200));
            case MARTA_LOSES -> move("marta", Map.of("stage", "lost", "reason", "price"));
            case QUESTION_RUNS_OUT -> fire("event_silent");
            case FOLLOW_UP_FALLS_DUE -> fire("event_due");
            case FOLLOW_UP_IS_DONE -> keeps();
            case TIME_HAS_COME -> fire("event_nurtureOver");
            case RESTS -> {
                jdbc.sql("update lead.lead set moved_at = moved_at - interval '40 days' where number = ?")
                        .param(lead)
                        .update();
                fire("startEvent_idle");
                fire("event_lookAgain");
            }
            case NEXT_STEP_IS_SET -> setsNextStep();
            case STILL_NO_STEP -> fire("event_stillNoStep");
        }
    }

    private void claims() {
        cases.tasksOf(lead).stream()
                .filter(task -> !task.getTaskDefinitionKey().equals("userTask_setNextStep"))
                .forEach(task -> told(
                        "ana",
                        agent.post("ana", "/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", "ana"))));
    }

    private void writes() {
        var path = "/api/v1/conversations/" + cases.conversationOf(phone) + "/messages";
        told("ana", agent.post("ana", path, Map.of("kind", "text", "text", "Oi! Sou a Ana.", "case", lead)));
    }

    private void keeps() {
        for (var number : cases.numbersOf(phone)) {
            if (number.startsWith("F-")) {
                told("marta", agent.post("marta", "/api/v1/follow-ups/" + number + "/done", Map.of()));
            }
        }
    }

    private void setsNextStep() {
        cases.tasksOf(lead).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("userTask_setNextStep"))
                .forEach(task -> {
                    var path = "/engine-rest/task/" + task.getId();
                    told("marta", agent.post("marta", path + "/claim", Map.of("userId", "marta")));
                    told(
                            "marta",
                            agent.post(
                                    "marta",
                                    path + "/complete",
                                    Map.of(
                                            "variables",
                                            Map.of(
                                                    "nextStep",
                                                    Map.of("value", "call"),
                                                    "nextStepOn",
                                                    Map.of("value", "2999-01-01")))));
                });
    }

    private void move(String who, Map<String, Object> body) {
        told(who, agent.post(who, "/api/v1/leads/" + lead + "/move", body));
    }

    private void act(String who, String act, Map<String, Object> body) {
        told(who, agent.post(who, "/api/v1/conversations/" + cases.conversationOf(phone) + "/" + act, body));
    }

    private void told(String who, Agent.Answer answer) {
        if (answer.status() >= 500) {
            wrongs.add(who + " was told " + answer);
        }
    }

    /** The executor does the same again when it has lost; what has moved meanwhile is gone. */
    private void fire(String element) {
        for (var job : management.createJobQuery().activityId(element).list()) {
            if (his(job.getProcessInstanceId())) {
                for (int attempt = 0; attempt < 20 && !fired(job.getId()); attempt++) {
                    Thread.onSpinWait();
                }
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
            if (management.createJobQuery().jobId(job).count() > 0) {
                wrongs.add("a timer failed: " + e);
            }
            return true;
        }
    }

    /** Each costs the timer one of its three attempts; what collides for good is found as failed. */
    private static boolean isCollision(Throwable e) {
        return e instanceof OptimisticLockingException
                || e instanceof ConcurrencyFailureException
                || HeldUp.isIn(e)
                || e.getCause() != null && isCollision(e.getCause());
    }

    private boolean his(String instance) {
        return jdbc.sql(
                        """
                        select exists (
                          select from act_ru_execution e join casework.case_file f on f.number = e.business_key_
                          join customer.identity i on i.customer = f.customer where e.id_ = ? and i.value = ?)""")
                .param(instance)
                .param(phone)
                .query(Boolean.class)
                .single();
    }
}
