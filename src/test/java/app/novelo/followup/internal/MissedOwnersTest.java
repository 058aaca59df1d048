package app.novelo.followup.internal;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.platform.Loop;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Colleagues;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is due soon for somebody who went away after his task had come: no timer looks at it any more. */
@RunningNovelo
class MissedOwnersTest {

    private static final String PROCESS = "followup";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    MissedOwners missed;

    @Autowired
    Loop findMissedOwners;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private String conversation = "";
    private String away = "";
    private String there = "";

    @BeforeEach
    void aTicketInAQueueOfTwo() {
        var colleagues = new Colleagues(agent);
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        conversation = cases.conversationOf(phone);
        eventually(() -> cases.taskOf(ticket));
        cases.untilNothingIsOnItsWayTo(phone);
        var queue = colleagues.queue(Map.of());
        away = colleagues.hired(queue, Map.of());
        there = colleagues.hired(queue, Map.of());
        var moved = agent.post("marta", "/api/v1/conversations/" + conversation + "/transfer", Map.of("queue", queue));
        assertThat(moved.status()).isEqualTo(204);
        eventually(() -> cases.fact(ticket, "queue").equals(queue));
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from followup.follow_up where number like 'F-crowd-%'").update();
    }

    @Test
    void theMinuteLoopHandsThemToTheSubstituteBeforeTheyAreLate() {
        var one = whoseTaskHasCome(Duration.ofHours(1));
        goesAway();

        findMissedOwners.wake();

        eventually(() -> owner(one).equals(there));
        assertThat(cases.taskOf(one).getAssignee()).isEqualTo(there);
        assertThat(agent.get("marta", "/api/v1/follow-ups/" + one)
                        .body()
                        .path("overdue")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whatIsNotDueSoonIsStillHis() {
        var one = whoseTaskHasCome(Duration.ofHours(3));
        goesAway();

        missed.look();

        assertThat(owner(one)).isEqualTo(away);
    }

    @Test
    void whoIsThereKeepsHis() {
        var one = whoseTaskHasCome(Duration.ofHours(1));

        missed.look();

        assertThat(owner(one)).isEqualTo(away);
        assertThat(cases.taskOf(one).getAssignee()).isEqualTo(away);
    }

    @Test
    void howeverManyOfOthersAreDueBefore() {
        var one = whoseTaskHasCome(Duration.ofHours(1));
        goesAway();
        jdbc.sql(
                        """
                        insert into followup.follow_up
                        select (jsonb_populate_record(planned, jsonb_build_object('number', 'F-crowd-' || n, 'owner', 'bruno',
                            'due_at', planned.due_at - interval '1 minute'))).*
                        from followup.follow_up planned, generate_series(1, 250) n where number = ?""")
                .param(one)
                .update();

        missed.look();

        assertThat(owner(one)).isEqualTo(there);
    }

    /** @return number of what he promised to do by then */
    private String whoseTaskHasCome(Duration dueIn) {
        var answer = agent.post(
                away,
                "/api/v1/follow-ups",
                Map.of("conversation", conversation, "what", "ligar", "dueAt", in(dueIn), "exact", true));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var number = answer.body().path("number").asText();
        cases.fireTimer(number, PROCESS, "event_due");
        assertThat(cases.taskOf(number).getAssignee()).isEqualTo(away);
        return number;
    }

    private void goesAway() {
        var answer = agent.post(
                "marta",
                "/api/v1/agents/" + away + "/absences",
                Map.of(
                        "from",
                        in(Duration.ofHours(-1)),
                        "until",
                        in(Duration.ofHours(60)),
                        "substitute",
                        there,
                        "reason",
                        "férias"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private String owner(String number) {
        return cases.ownerOf(number).orElse("");
    }

    private Instant in(Duration duration) {
        return clock.instant().plus(duration).truncatedTo(ChronoUnit.SECONDS);
    }
}
