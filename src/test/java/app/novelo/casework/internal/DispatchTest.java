package app.novelo.casework.internal;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Colleagues;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waiting work finds people: in a queue of its own, so that nobody else's work is given to anybody. */
@RunningNovelo
class DispatchTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    CaseActs acts;

    @Autowired
    Turns turns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkGiver giver;

    private Colleagues colleagues;
    private final List<String> hired = new ArrayList<>();
    private String queue;

    @BeforeEach
    void aQueueOfItsOwn() {
        colleagues = new Colleagues(agent);
        queue = colleagues.queue(Map.of("takeBackMinutes", 30));
    }

    @AfterEach
    void everybodyGoesHome() {
        colleagues.goHome(hired);
    }

    @Test
    void whoSaysThatHeIsThereIsGivenWhatWaits() {
        var one = hire(3);
        var first = waiting(queue);
        plannedOnce(first);
        assertThat(assignee(first)).isNull();

        colleagues.says(one, "ONLINE");

        eventually(() -> one.equals(assignee(first)));
        assertThat(cases.fact(first, "owner")).isEqualTo(one);
        assertThat(timeline(first)).contains("ASSIGNED leastLoaded");
        var second = waiting(queue);
        eventually(() -> one.equals(assignee(second)));
        assertThat(agent.get(one, "/api/v1/presence").body().path("load").asInt())
                .isEqualTo(2);
    }

    @Test
    void whoIsBusyIsGivenNothingMore() {
        var one = hire(3);
        colleagues.says(one, "BUSY");
        var ticket = waiting(queue);
        plannedOnce(ticket);

        giver.giveOut();

        assertThat(assignee(ticket)).isNull();
    }

    @Test
    void whatIsTooMuchWaitsUntilSomebodyHasRoom() {
        var one = hire(1);
        colleagues.says(one, "ONLINE");
        var first = waiting(queue);
        eventually(() -> one.equals(assignee(first)));
        var second = waiting(queue);
        plannedOnce(second);
        giver.giveOut();
        assertThat(assignee(second)).isNull();

        cases.complete(one, task(first), "answered");

        eventually(() -> one.equals(assignee(second)));
    }

    @Test
    void aCustomersOwnGetsHim() {
        var one = hire(9);
        var own = hire(9);
        colleagues.says(one, "ONLINE");
        colleagues.says(own, "ONLINE");
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        agent.patch("marta", "/api/v1/customers/" + cases.fact(ticket, "customer"), Map.of("owner", own));

        move(ticket, queue);

        eventually(() -> own.equals(assignee(ticket)));
        assertThat(timeline(ticket)).contains("ASSIGNED owner");
    }

    @Test
    void whatSomebodyPutsDownDoesNotComeBackToHim() {
        var one = hire(9);
        var other = hire(9);
        colleagues.says(one, "ONLINE");
        var ticket = waiting(queue);
        eventually(() -> one.equals(assignee(ticket)));
        eventually(() -> planned(ticket));

        turns.inTurn(turn(ticket), () -> acts.assign(ticket, null, Act.rule("release")));

        eventually(() -> planned(ticket));
        giver.giveOut();
        assertThat(assignee(ticket)).isNull();
        colleagues.says(other, "ONLINE");
        eventually(() -> other.equals(assignee(ticket)));
    }

    @Test
    void whatNobodyTakesGoesToTheOverflowQueueOnce() {
        var target = colleagues.queue(Map.of());
        var full = colleagues.queue(Map.of("overflowQueue", target, "overflowMinutes", 10));
        var ticket = waiting(full);
        eventually(() -> planned(ticket) && target.equals(work(ticket, "overflow_queue")));

        jdbc.sql("update casework.work_item set overflow_at = now() - interval '1 hour' where case_number = ?")
                .param(ticket)
                .update();

        eventually(() -> target.equals(cases.fact(ticket, "queue")));
        assertThat(work(ticket, "queue")).isEqualTo(target);
        assertThat(timeline(ticket)).contains("MOVED overflow");
        eventually(() -> planned(ticket));
        assertThat(work(ticket, "overflow_at")).isNull();
    }

    @Test
    void whoIsSilentWhileTheCustomerWaitsLosesIt() {
        var one = hire(9);
        colleagues.says(one, "ONLINE");
        var ticket = waiting(queue);
        eventually(() -> one.equals(assignee(ticket)));
        eventually(() -> planned(ticket) && work(ticket, "take_back_at") != null);

        severalDaysPass(ticket);

        eventually(() -> timeline(ticket).contains("ASSIGNED takeBack"));
        assertThat(assignee(ticket)).isNull();
        assertThat(cases.fact(ticket, "queue")).isEqualTo(queue);
    }

    @Test
    void whoWritesAgainAndAgainHasWaitedAllAlong() {
        var one = hire(9);
        colleagues.says(one, "ONLINE");
        var ticket = waiting(queue);
        eventually(() -> one.equals(assignee(ticket)));
        eventually(() -> planned(ticket) && work(ticket, "take_back_at") != null);
        jdbc.sql(
                        """
                        update casework.work_item set taken_at = now() - interval '2 hours',
                          waiting_since = now() - interval '31 minutes', take_back_at = now() where case_number = ?""")
                .param(ticket)
                .update(); // his last message is seconds old

        eventually(() -> timeline(ticket).contains("ASSIGNED takeBack"));
    }

    @Test
    void whoIsAwayLosesWhatACustomerWaitsFor() {
        var one = hire(9);
        colleagues.says(one, "ONLINE");
        var ticket = waiting(queue);
        eventually(() -> one.equals(assignee(ticket)));
        eventually(() -> planned(ticket) && work(ticket, "take_back_at") != null);

        jdbc.sql("update desk.presence set chosen = 'AWAY', since = now() - interval '10 minutes' where agent = ?")
                .param(one)
                .update();

        eventually(() -> timeline(ticket).contains("ASSIGNED away"));
        assertThat(assignee(ticket)).isNull();
    }

    @Test
    void whoHasAnsweredKeepsIt() {
        var one = hire(9);
        colleagues.says(one, "ONLINE");
        var ticket = waiting(queue);
        eventually(() -> one.equals(assignee(ticket)));
        assertThat(agent.writes(one, cases.fact(ticket, "conversation"), "Já vejo isso.")
                        .status())
                .isEqualTo(202);
        eventually(() -> planned(ticket) && work(ticket, "take_back_at") != null);
        jdbc.sql(
                        "update casework.work_item set taken_at = taken_at - interval '9 days', take_back_at = now() - interval '8 days' where case_number = ?")
                .param(ticket)
                .update();

        eventually(() -> jdbc.sql("select take_back_at > now() from casework.work_item where case_number = ?")
                .param(ticket)
                .query(Boolean.class)
                .single());

        assertThat(assignee(ticket)).isEqualTo(one);
    }

    @Test
    void whatIsDueGoesToTheSubstituteWhenAnAbsenceBegins() {
        var one = hire(9);
        var substitute = hire(9);
        colleagues.says(one, "ONLINE");
        var ticket = waiting(queue);
        eventually(() -> one.equals(assignee(ticket)));

        agent.post(
                "marta",
                "/api/v1/agents/" + one + "/absences",
                Map.of("until", "2099-01-01T00:00:00Z", "substitute", substitute));

        eventually(() -> substitute.equals(assignee(ticket)));
        assertThat(timeline(ticket)).contains("ASSIGNED substitute");
    }

    @Test
    void tablesKnowWhetherTheCustomersOwnIsThere() {
        var own = hire(9);
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var first = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(first));
        assertThat(cases.offered(first, "routing")).contains("\"customerOwnerOnShift\": false");
        agent.patch("marta", "/api/v1/customers/" + cases.fact(first, "customer"), Map.of("owner", own));
        cases.claim("bruno", task(first));
        cases.closeForGood("bruno", task(first), "answered");
        eventually(() -> "CLOSED".equals(cases.fact(first, "state")));
        colleagues.says(own, "BUSY");

        customer.says(phone, "minha máquina de lavar não liga");

        var second = eventually(() -> cases.numbersOf(phone).get(1));
        assertThat(eventually(() -> cases.offered(second, "routing")))
                .contains("\"customerOwnerOnShift\": true", "\"ownerPresent\": true");
    }

    /** Four nodes' worth of threads give out at once, and the program's own loop with them. */
    @Test
    void manyWhoGiveOutAtOnceGiveEachPieceOnceAndNobodyTooMuch() throws Exception {
        var three = List.of(hire(2), hire(2), hire(2));
        var tickets = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            tickets.add(waiting(queue));
        }
        tickets.forEach(this::plannedOnce);
        three.forEach(one -> colleagues.says(one, "ONLINE"));

        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> giving = giver::giveOut;
            for (var future : threads.invokeAll(List.of(giving, giving, giving, giving))) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }

        eventually(() ->
                tickets.stream().filter(ticket -> assignee(ticket) != null).count() == 6);
        giver.giveOut();
        for (var one : three) {
            assertThat(tickets.stream().filter(ticket -> one.equals(assignee(ticket))))
                    .hasSize(2);
        }
        tickets.forEach(ticket -> assertThat(timeline(ticket).stream().filter(what -> what.startsWith("ASSIGNED")))
                .hasSize(assignee(ticket) == null ? 0 : 1));
    }

    private String hire(int capacity) {
        var id = colleagues.hired(queue, Map.of("capacity", capacity));
        hired.add(id);
        return id;
    }

    /** @return number of a ticket in the queue that nobody has */
    private String waiting(String where) {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        move(ticket, where);
        return ticket;
    }

    private void move(String ticket, String where) {
        turns.inTurn(turn(ticket), () -> acts.moveToQueue(ticket, where, Act.rule("test")));
    }

    private Turn turn(String ticket) {
        return Turn.ofConversation(cases.fact(ticket, "conversation"));
    }

    private String task(String ticket) {
        return cases.taskOf(ticket).getId();
    }

    private @Nullable String assignee(String ticket) {
        return cases.taskOf(ticket).getAssignee();
    }

    private void plannedOnce(String ticket) {
        eventually(() -> planned(ticket));
    }

    private boolean planned(String ticket) {
        return jdbc.sql(
                        """
                        select planned_for is not distinct from coalesce(queue, '') || ' ' || coalesce(assignee, '')
                        from casework.work_item where case_number = ?""")
                .param(ticket)
                .query(Boolean.class)
                .single();
    }

    private @Nullable String work(String ticket, String column) {
        return jdbc
                .sql("select " + column + "::text from casework.work_item where case_number = ?")
                .param(ticket)
                .query((row, n) -> List.of(String.valueOf(row.getString(1))))
                .single()
                .stream()
                .filter(text -> !text.equals("null"))
                .findFirst()
                .orElse(null);
    }

    private List<String> timeline(String ticket) {
        return jdbc.sql("select type || ' ' || why from casework.case_event where case_number = ? order by id")
                .param(ticket)
                .query(String.class)
                .list();
    }

    /** The customer wrote, and the agent has it, since before the last working day. */
    private void severalDaysPass(String ticket) {
        for (int day = 0; day < 5; day++) {
            cases.aDayPassesFor(cases.fact(ticket, "conversation"));
        }
        jdbc.sql(
                        "update casework.work_item set taken_at = taken_at - interval '5 days', take_back_at = now() - interval '1 hour' where case_number = ?")
                .param(ticket)
                .update();
    }
}
