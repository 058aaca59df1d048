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
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is due soon for somebody who is not there. As long as no task shows it, nothing but this loop looks whether he is; and
 * a shift that ends is no absence, whose tasks are handed over when it begins.
 */
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

    private Colleagues colleagues;
    private String conversation = "";
    private String away = "";
    private String there = "";

    @BeforeEach
    void aTicketInAQueueOfTwo() {
        colleagues = new Colleagues(agent);
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
        colleagues.goHome(List.of(away, there));
        jdbc.sql("delete from followup.follow_up where number like 'F-crowd-%'").update();
    }

    @Test
    void theMinuteLoopHandsThemToTheSubstituteBeforeTheyAreLate() {
        var one = promised(Duration.ofHours(1));
        goesAway();

        findMissedOwners.wake();

        eventually(() -> owner(one).equals(there));
    }

    @Test
    void theTaskOfWhoseShiftEndsIsAnothers() {
        var one = promised(Duration.ofHours(1));
        cases.fireTimer(one, PROCESS, "event_due");
        assertThat(cases.taskOf(one).getAssignee()).isEqualTo(away);
        colleagues.says(there, "ONLINE");
        goesHome();

        missed.look();

        eventually(() -> there.equals(cases.taskOf(one).getAssignee()));
        assertThat(owner(one)).isEqualTo(there);
        assertThat(agent.get("marta", "/api/v1/follow-ups/" + one)
                        .body()
                        .path("overdue")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whatIsNotDueSoonIsStillHis() {
        var one = promised(Duration.ofHours(3));
        goesAway();

        missed.look();

        assertThat(owner(one)).isEqualTo(away);
    }

    @Test
    void whoIsThereKeepsHis() {
        var one = promised(Duration.ofHours(1));

        missed.look();

        assertThat(owner(one)).isEqualTo(away);
    }

    @Test
    void howeverManyOfOthersAreDueBefore() {
        var one = promised(Duration.ofHours(1));
        jdbc.sql(
                        """
                        insert into followup.follow_up
                        select (jsonb_populate_record(planned, jsonb_build_object('number', 'F-crowd-' || n, 'owner', 'bruno',
                            'due_at', planned.due_at - interval '1 minute'))).*
                        from followup.follow_up planned, generate_series(1, 250) n where number = ?""")
                .param(one)
                .update();
        goesAway();

        missed.look();

        assertThat(owner(one)).isEqualTo(there);
    }

    /** @return number of what he promised to do by then */
    private String promised(Duration dueIn) {
        var answer = agent.post(
                away,
                "/api/v1/follow-ups",
                Map.of("conversation", conversation, "what", "ligar", "dueAt", in(dueIn), "exact", true));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("number").asText();
    }

    /** His calendar opens again in two days. */
    private void goesHome() {
        var then = ZonedDateTime.now(clock).plusDays(2).getDayOfWeek();
        var hours = Map.of(then.name(), List.of(Map.of("opens", "09:00", "closes", "18:00")));
        assertThat(agent.put("marta", "/api/v1/calendars/not-today", Map.of("hours", hours))
                        .status())
                .isEqualTo(200);
        assertThat(agent.patch("marta", "/api/v1/agents/" + away, Map.of("calendar", "not-today"))
                        .status())
                .isEqualTo(200);
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
