package app.novelo.followup.internal;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.followup.Automations;
import app.novelo.platform.Events;
import app.novelo.support.Agent;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is taken in, what the API tells, and that nothing is begun twice. */
@RunningNovelo
class ReengagementTest {

    private static final String EVENTS = "/api/v1/automations/events";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Events events;

    @Autowired
    HistoryService history;

    @Autowired
    ReengagementReader reader;

    @Autowired
    ReengagementDesk desk;

    @Autowired
    Scheduler scheduler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Automations automations;
    private String phone = "";

    @BeforeEach
    void theLineIsServed() {
        automations = new Automations(customer, agent, jdbc, clock);
        automations.closedToday(); // what is begun waits
        phone = customer.newPhone();
    }

    @AfterEach
    void asBefore() {
        automations.asBefore();
    }

    private long instances(String number) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }

    private static <T> List<T> atOnce(int often, Callable<T> work) throws Exception {
        var pool = Executors.newFixedThreadPool(often);
        try {
            var all =
                    pool.invokeAll(IntStream.range(0, often).mapToObj(n -> work).toList());
            return all.stream()
                    .map(one -> {
                        try {
                            return one.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anEventOfTheLogBeginsOneProcessHoweverManyReadAndDecide() throws Exception {
        var id = automations.known(phone, "SERVICE");
        var leads =
                IntStream.range(0, 5).mapToObj(n -> "L-" + UUID.randomUUID()).toList();
        leads.forEach(lead -> events.append("lead.won", Map.of("lead", lead, "customer", id)));
        leads.forEach(lead -> events.append("lead.won", Map.of("lead", lead, "customer", id))); // told twice

        atOnce(4, () -> {
            for (int n = 0; n < 10; n++) {
                reader.readSome();
                leads.forEach(lead -> {
                    var number = automations.numberOf("lead.won", lead);
                    if (number != null) {
                        desk.decide(number);
                    }
                });
            }
            return true;
        });

        leads.forEach(lead -> {
            var number = eventually(() -> automations.numberOf("lead.won", lead));
            eventually(() -> instances(number) == 1);
            assertThat(automations.state(number).path("process").asText()).isEqualTo("post-sale");
        });
        assertThat(leads)
                .allSatisfy(lead -> assertThat(jdbc.sql("select count(*) from followup.reengagement where subject = ?")
                                .param(lead)
                                .query(Integer.class)
                                .single())
                        .isOne());
    }

    @Test
    void anEventThatIsToldTwiceAtOnceIsDecidedOnce() throws Exception {
        var id = automations.known(phone, "SERVICE");
        var subject = "NF-" + UUID.randomUUID();

        var numbers = atOnce(6, () -> automations.invoice(id, subject, 20));

        assertThat(numbers.stream().distinct()).hasSize(1);
        assertThat(instances(numbers.get(0))).isOne();
    }

    @Test
    void whatTheTableDoesNothingAboutIsNotKept() {
        var id = automations.known(phone, "SERVICE");
        var lead = "L-" + UUID.randomUUID();

        events.append("lead.lost", Map.of("lead", lead, "customer", id));
        events.append("lead.won", Map.of("lead", lead, "customer", id));

        eventually(() -> automations.numberOf("lead.won", lead));
        eventually(() -> automations.numberOf("lead.lost", lead) == null);
    }

    @Test
    void whatIsDueOnAHolidayWaitsForTheDayAfter() {
        automations.holidayToday();
        var tomorrow =
                LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant();

        var number = automations.invoice(automations.known(phone, "SERVICE"), "NF-" + UUID.randomUUID(), 1);

        assertThat(automations.state(number).path("nextAt").asText()).isEqualTo(tomorrow.toString());
    }

    @Test
    void nobodyIsAdvertisedToWhoHasNotAgreed() {
        var id = automations.known(phone, "SERVICE");
        automations.silentFor(id, 30);

        var decided = automations.state(automations.happens("inactive", id));

        assertThat(decided.path("state").asText()).isEqualTo("DECIDED");
        assertThat(decided.path("why").asText()).isEqualTo("Nobody is advertised to who has not agreed to it.");
    }

    @Test
    void whatWasBegunForTwoWhoAreOneGoesOnForTheOneWhoIsLeft() {
        var from = automations.known(phone, "SERVICE");
        var into = automations.known(customer.newPhone(), "SERVICE");
        var number = automations.invoice(from, "NF-" + UUID.randomUUID(), 20);

        assertThat(agent.post("marta", "/api/v1/customers/" + from + "/merge", Map.of("into", into))
                        .status())
                .isEqualTo(200);

        assertThat(automations.state(number).path("customer").asText()).isEqualTo(into);
    }

    @Test
    void theNightFindsWhoHasJustBeenSilentForAMonthOnce() throws Exception {
        var id = automations.known(phone, "SERVICE", "MARKETING");
        nightPasses();
        justSilentFor(id, 30);

        nightPasses();

        var number = eventually(() -> numberOf("inactive", id));
        eventually(() -> automations.state(number).path("process").asText().equals("inactivity"));
        assertThat(automations.state(number).path("why").asText())
                .isEqualTo("Silent for a month, and not yet for two.");
        nightPasses();
        assertThat(instances(number)).isOne();
        assertThat(jdbc.sql("select count(*) from followup.reengagement where customer = ?::uuid")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void theNightAsksABuyerBack() throws Exception {
        var id = automations.known(phone, "SERVICE", "MARKETING");
        var lead = "L-" + UUID.randomUUID();
        events.append("lead.won", Map.of("lead", lead, "customer", id));
        eventually(() -> automations.numberOf("lead.won", lead));
        nightPasses();
        justSilentFor(id, 180);

        nightPasses();

        var number = eventually(() -> numberOf("winBack", id));
        eventually(() -> automations.state(number).path("process").asText().equals("win-back"));
    }

    @Test
    void theNightLeavesAloneWhoHasNotAgreedToAdvertising() throws Exception {
        var id = automations.known(phone, "SERVICE");
        nightPasses();
        justSilentFor(id, 30);

        nightPasses();

        eventually(() -> numberOf("inactive", id) == null);
        assertThat(customer.received(phone)).isEmpty();
    }

    private void nightPasses() throws Exception {
        var before = reached();
        scheduler.triggerJob(JobKey.jobKey("silent-customers"));
        eventually(() -> !reached().equals(before));
    }

    private List<String> reached() {
        return jdbc.sql("select days || ' ' || reached_at from followup.reengagement_silence where days = 365")
                .query(String.class)
                .list();
    }

    /** As of a moment after the night before. */
    private void justSilentFor(String id, int days) {
        automations.silentFor(id, days);
        jdbc.sql(
                        """
                        update conversation.service_window set last_inbound_at =
                          (select reached_at + interval '1 millisecond' from followup.reengagement_silence where days = ?)
                        where customer = ?::uuid""")
                .param(days)
                .param(id)
                .update();
    }

    private @Nullable String numberOf(String event, String id) {
        return jdbc.sql("select number from followup.reengagement where event = ? and customer = ?::uuid")
                .param(event)
                .param(id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Test
    void itIsToldWhatWasDecidedAndWhy() {
        var id = automations.known(phone, "SERVICE");

        var decided = automations.state(automations.invoice(id, "NF-" + UUID.randomUUID(), 20));
        assertThat(decided.path("state").asText()).isEqualTo("RUNNING");
        assertThat(decided.path("process").asText()).isEqualTo("payment-due");
        assertThat(decided.path("why").asText()).isEqualTo("Two days before the day on which it is due.");
        assertThat(decided.path("nextAt").asText()).endsWith("T12:00:00Z");

        var unknown = automations.state(automations.happens("somethingElse", id));
        assertThat(unknown.path("state").asText()).isEqualTo("DECIDED");
        assertThat(unknown.path("process").isNull()).isTrue();
        assertThat(unknown.path("why").asText()).isEqualTo("Nothing else is answered by writing.");
    }

    @Test
    void anInvoiceThatWasPaidBeforeItIsToldOfBeginsNothing() {
        var id = automations.known(phone, "SERVICE");
        var subject = "NF-" + UUID.randomUUID();
        automations.happens("paymentReceived", id, subject);

        var decided = automations.state(automations.invoice(id, subject, 1));

        assertThat(decided.path("state").asText()).isEqualTo("DECIDED");
        assertThat(decided.path("reason").asText()).isEqualTo("settled");
        assertThat(decided.path("process").isNull()).isTrue();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("colour", Map.of("colour", "red")),
                Arguments.of("event", Map.of("event", "lead.won")),
                Arguments.of("event", Map.of("event", 7)),
                Arguments.of("subject", Map.of("subject", " ")),
                Arguments.of("subject", Map.of("subject", "x".repeat(101))),
                Arguments.of("customer", Map.of("phone", "+5511912345678")),
                Arguments.of("customer", Map.of("customer", "somebody")),
                Arguments.of("line", Map.of("line", UUID.randomUUID().toString())),
                Arguments.of("dueAt", Map.of("dueAt", "tomorrow")),
                Arguments.of("values", Map.of("values", "x")),
                Arguments.of("values.name", Map.of("values", Map.of("name", "Ana"))),
                Arguments.of("values.amount", Map.of("values", Map.of("amount", "much"))),
                Arguments.of("values.currency", Map.of("values", Map.of("currency", "REAIS"))),
                Arguments.of("values.dueDate", Map.of("values", Map.of("dueDate", "01/12/2026"))),
                Arguments.of("values.link", Map.of("values", Map.of("link", "javascript:alert(1)"))));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String field, Map<String, Object> wrong) {
        var event = new HashMap<String, Object>(
                Map.of("event", "paymentDue", "customer", automations.known(phone), "subject", "NF-1"));
        event.putAll(wrong);

        var answer = automations.tells(event);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body().path("field").asText()).isEqualTo(field);
    }

    @Test
    void whoIsNotKnownByANumberIsNotWrittenTo() {
        var answer = automations.tells(Map.of("event", "paymentDue", "phone", "+" + phone, "subject", "NF-2"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("field").asText()).isEqualTo("phone");
    }

    @Test
    void aNumberNamesWhomeverHasIt() {
        var id = automations.known(phone, "SERVICE");

        var answer = automations.tells(
                Map.of("event", "paymentDue", "phone", "+" + phone, "subject", "NF-" + UUID.randomUUID()));

        assertThat(answer.body().path("customer").asText()).isEqualTo(id);
    }

    @Test
    void onlyManagersTellAndSee() {
        var event = Map.of("event", "paymentDue", "customer", automations.known(phone), "subject", "NF-3");

        assertThat(agent.post("bruno", EVENTS, event).status()).isEqualTo(404);
        assertThat(agent.get("bruno", "/api/v1/automations").status()).isEqualTo(404);
        assertThat(agent.get("bruno", "/api/v1/automations/A-2026-000001").status())
                .isEqualTo(404);
        assertThat(agent.get("marta", "/api/v1/automations/A-0000-1").status()).isEqualTo(404);
    }

    @Test
    void theListHasPagesAndIsNarrowed() {
        var id = automations.known(phone, "SERVICE");
        var first = automations.happens("oneThing", id);
        var second = automations.happens("oneThing", id);

        var page = agent.get("marta", "/api/v1/automations?state=decided&event=oneThing&limit=1&customer=" + id)
                .body();
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.at("/items/0/number").asText()).isEqualTo(second);
        var next = agent.get(
                        "marta",
                        "/api/v1/automations?limit=1&customer=" + id + "&after="
                                + page.path("next").asText())
                .body();
        assertThat(next.at("/items/0/number").asText()).isEqualTo(first);
        assertThat(next.path("next").isNull()).isTrue();
        assertThat(agent.get("marta", "/api/v1/automations?state=odd").status()).isEqualTo(400);
        assertThat(agent.get("marta", "/api/v1/automations?after=odd").status()).isEqualTo(400);
    }
}
