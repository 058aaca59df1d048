package app.novelo.followup;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.platform.Events;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.MetaDesk;
import app.novelo.support.RunningNovelo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path through the processes that the table {@code reengagement} starts. */
@RunningNovelo
class ReengagementScenarios {

    private static final String TIMER = "event_timeHasCome";
    private static final int PAUSED = 132015;
    private static final int NOBODY_THERE = 131026;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    MetaDesk meta;

    @Autowired
    Events events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Automations automations;
    private String phone = "";

    @BeforeEach
    void theLineIsServed() {
        automations = new Automations(customer, agent, jdbc, clock);
        automations.alwaysOpen();
        phone = customer.newPhone();
        for (var template : List.of("lembrete_pagamento", "pos_venda", "sentimos_sua_falta", "oferta_de_volta")) {
            meta.known(template, "pt_BR", "APPROVED"); // again, after whatever paused it
        }
    }

    @AfterEach
    void asBefore() {
        automations.asBefore();
        customer.noFaults();
    }

    private String invoice() {
        return "NF-" + UUID.randomUUID();
    }

    /** Of a lead that nobody knows more of. */
    private String wins(String id) {
        var lead = "L-" + UUID.randomUUID();
        events.append("lead.won", Map.of("lead", lead, "customer", id));
        var number = eventually(() -> automations.numberOf("lead.won", lead));
        eventually(() -> automations.state(number).path("state").asText().equals("RUNNING"));
        return number;
    }

    /** Five days later, say. */
    private void timeComes(String number, String process) {
        eventually(() -> cases.dueOfTimer(number, process, TIMER));
        cases.fireTimer(number, process, TIMER);
    }

    private List<String> walked(String number, String process) {
        return cases.walked(number, process);
    }

    private String lastReceived() {
        var received = customer.received(phone);
        return received.get(received.size() - 1);
    }

    // payment-due

    @Test
    void aReminderOfAnInvoiceIsATextWhileTheWindowIsOpen() {
        var id = automations.known(phone);
        automations.writes(phone);

        var number = automations.invoice(id, invoice(), 1);

        assertThat(automations.end(number)).isEqualTo("WRITTEN");
        assertThat(walked(number, "payment-due"))
                .containsSubsequence(
                        TIMER,
                        "serviceTask_checkReengagement",
                        "gateway_stillWanted",
                        "serviceTask_beginConversation",
                        "serviceTask_sendText",
                        "endEvent_textSent")
                .doesNotContain("serviceTask_sendTemplate");
        assertThat(lastReceived())
                .contains("R$ 149,90")
                .contains("1 de dezembro de 2026")
                .contains("https://pay.example/1");
    }

    @Test
    void anAutomationCallsWhoeverNobodyKnowsPolitely() {
        var id = automations.known(phone, "SERVICE");
        cases.nobodyKnowsTheNameOf(phone);

        var number = automations.invoice(id, invoice(), 1);

        assertThat(automations.end(number)).isEqualTo("WRITTEN");
        assertThat(lastReceived()).startsWith("Olá cliente, a fatura");
    }

    @Test
    void aReminderOfAnInvoiceIsATemplateToWhoeverHasNotWritten() {
        var id = automations.known(phone, "SERVICE");
        var subject = invoice();

        var number = automations.invoice(id, subject, 1);

        assertThat(automations.end(number)).isEqualTo("WRITTEN");
        assertThat(walked(number, "payment-due"))
                .containsSubsequence("event_windowClosed", "serviceTask_sendTemplate", "endEvent_templateSent");
        assertThat(customer.received(phone)).hasSize(1);
        assertThat(lastReceived()).startsWith("Olá Ana, a fatura " + subject).contains("R$ 149,90");
        var conversation = agent.get("marta", "/api/v1/conversations/" + cases.conversationOf(phone))
                .body();
        assertThat(conversation.path("state").asText()).isEqualTo("WAITING_CUSTOMER");
        assertThat(conversation.at("/begun/by").asText()).isEqualTo("payment-due");
        assertThat(conversation.path("owner").isNull()).isTrue();
    }

    @Test
    void whatHeAnswersIsTakenUpAsAnythingThatACustomerWrites() {
        var number = automations.invoice(automations.known(phone, "SERVICE"), invoice(), 1);
        assertThat(automations.end(number)).isEqualTo("WRITTEN");

        customer.says(phone, "minha geladeira não gela");

        assertThat(cases.ticketOf(phone)).startsWith("T-");
    }

    @Test
    void nothingIsSaidOfAnInvoiceThatIsPaid() {
        var id = automations.known(phone, "SERVICE");
        var subject = invoice();
        var number = automations.invoice(id, subject, 30);

        automations.happens("paymentReceived", id, subject);
        timeComes(number, "payment-due");

        assertThat(automations.end(number)).isEqualTo("NOT_WANTED settled");
        assertThat(walked(number, "payment-due")).contains("endEvent_notWanted");
        assertThat(customer.received(phone)).isEmpty();
    }

    @Test
    void aReminderWaitsWhileSomethingOfHisIsWorkedOn() {
        var id = automations.known(phone);
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> customer.received(phone).size() == 1);

        var number = automations.invoice(id, invoice(), 1);

        eventually(() -> automations.state(number).path("reason").asText().equals("openCase"));
        assertThat(automations.state(number).path("state").asText()).isEqualTo("RUNNING");
        assertThat(Instant.parse(automations.state(number).path("nextAt").asText()))
                .isAfter(clock.instant().plus(Duration.ofHours(3)));
        var task = cases.taskOf(ticket).getId();
        assertThat(cases.claim("bruno", task)).isTrue();
        cases.complete("bruno", task, "solved");
        timeComes(number, "payment-due");
        assertThat(automations.end(number)).isEqualTo("WRITTEN");
        assertThat(walked(number, "payment-due"))
                .containsSubsequence("gateway_stillWanted", TIMER, "serviceTask_sendText");
    }

    @Test
    void whoeverHasWrittenSinceIsRemindedAllTheSame() {
        var id = automations.known(phone);
        var number = automations.invoice(id, invoice(), 30);
        automations.writes(phone);

        timeComes(number, "payment-due");

        assertThat(automations.end(number)).isEqualTo("WRITTEN");
    }

    @ParameterizedTest
    @CsvSource({"payment-due", "post-sale"})
    void aTextThatCannotBeSentIsShownToManagers(String process) {
        var id = automations.known(phone);
        automations.writes(phone);
        cases.untilNothingIsOnItsWayTo(phone);
        customer.fault(phone, "error", NOBODY_THERE, 1);

        var number = started(process, id);

        assertThat(automations.end(number)).isEqualTo("NOT_SENT conversation.undeliverable");
        assertThat(walked(number, process))
                .containsSubsequence("event_textNotSent", "serviceTask_noteNotSent", "endEvent_notSent");
    }

    @ParameterizedTest
    @CsvSource({"payment-due", "post-sale", "inactivity", "win-back"})
    void aTemplateThatCannotBeSentIsShownToManagers(String process) {
        var id = automations.known(phone, "SERVICE", "MARKETING");
        customer.fault(phone, "error", PAUSED, 1);

        var number = started(process, id);

        assertThat(automations.end(number)).isEqualTo("NOT_SENT conversation.templateUnavailable");
        assertThat(walked(number, process))
                .containsSubsequence("event_templateNotSent", "serviceTask_noteNotSent", "endEvent_notSent");
        assertThat(customer.received(phone)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"payment-due", "post-sale", "inactivity", "win-back"})
    void nobodyIsWrittenToWhoWantsNothing(String process) {
        var id = automations.known(phone, "SERVICE", "MARKETING");
        automations.closedToday();
        var number = waiting(process, id);

        automations.withdraws(id, "SERVICE");
        automations.alwaysOpen();
        timeComes(number, process);

        assertThat(automations.end(number)).isEqualTo("NOT_WANTED optedOut");
        assertThat(walked(number, process)).contains("endEvent_notWanted");
        assertThat(customer.received(phone)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"inactivity", "win-back"})
    void nobodyIsAdvertisedToWhoHasTakenThatBack(String process) {
        var id = automations.known(phone, "SERVICE", "MARKETING");
        automations.closedToday();
        var number = waiting(process, id);

        automations.withdraws(id, "MARKETING");
        automations.alwaysOpen();
        timeComes(number, process);

        assertThat(automations.end(number)).isEqualTo("NOT_WANTED optedOut");
        assertThat(customer.received(phone)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"inactivity", "win-back"})
    void whoeverHasWrittenSinceIsNotSilentAnyMore(String process) {
        var id = automations.known(phone, "SERVICE", "MARKETING");
        automations.closedToday();
        var number = waiting(process, id);

        automations.writes(phone);
        automations.alwaysOpen();
        timeComes(number, process);

        assertThat(automations.end(number)).isEqualTo("NOT_WANTED wrote");
        assertThat(customer.received(phone)).as("the greeting").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"payment-due", "post-sale", "inactivity", "win-back"})
    void nobodyIsWrittenToAfterHours(String process) {
        var id = automations.known(phone, "SERVICE", "MARKETING");
        automations.closedToday();
        var number = waiting(process, id);
        assertThat(automations.state(number).path("nextAt").asText()).endsWith("T12:00:00Z"); // nine in São Paulo

        timeComes(number, process);

        eventually(() -> walked(number, process).stream().filter(TIMER::equals).count() == 2);
        assertThat(customer.received(phone)).isEmpty();
        automations.alwaysOpen();
        timeComes(number, process);
        assertThat(automations.end(number)).isEqualTo("WRITTEN");
        assertThat(customer.received(phone)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"post-sale", "payment-due"})
    void anAgentWhoHasTheWordIsNotInterrupted(String process) {
        var id = automations.known(phone);
        automations.writes(phone);
        cases.untilNothingIsOnItsWayTo(phone);
        var conversation = cases.conversationOf(phone);
        assertThat(agent.post("bruno", "/api/v1/conversations/" + conversation + "/takeover", null)
                        .status())
                .isLessThan(300);

        var number = started(process, id);

        eventually(() -> walked(number, process).stream().filter(TIMER::equals).count() == 2);
        assertThat(customer.received(phone)).as("the greeting").hasSize(1);
        agent.post("bruno", "/api/v1/conversations/" + conversation + "/release", null);
        timeComes(number, process);
        assertThat(automations.end(number)).isEqualTo("WRITTEN");
    }

    @Test
    void aSaleIsAskedAfterInATextWhileTheWindowIsOpen() {
        var id = automations.known(phone);
        automations.writes(phone);

        var number = started("post-sale", id);

        assertThat(automations.end(number)).isEqualTo("WRITTEN");
        assertThat(walked(number, "post-sale")).containsSubsequence("serviceTask_sendText", "endEvent_textSent");
        assertThat(lastReceived()).contains("Está tudo certo?");
    }

    @Test
    void aSaleIsNotAskedAfterWhileSomethingIsWorkedOn() {
        var id = automations.known(phone);
        customer.says(phone, "minha geladeira não gela");
        cases.ticketOf(phone);

        var number = started("post-sale", id);

        assertThat(automations.end(number)).isEqualTo("NOT_WANTED openCase");
    }

    @ParameterizedTest
    @CsvSource({"post-sale, Olá Ana, inactivity, faz um tempo", "win-back, Casa Clima, inactivity, Podemos ajudar"})
    void aTemplateGoesOutOnceTheWindowIsClosed(String first, String firstWords, String second, String secondWords) {
        var id = automations.known(phone, "SERVICE", "MARKETING");

        assertThat(automations.end(started(first, id))).isEqualTo("WRITTEN");
        assertThat(lastReceived()).contains(firstWords);

        var number = started(second, id);
        assertThat(automations.end(number)).isEqualTo("WRITTEN");
        assertThat(walked(number, second)).contains("endEvent_templateSent");
        assertThat(lastReceived()).contains(secondWords);
        assertThat(cases.numbersOf(phone)).isEmpty();
    }

    /** Its time has come. */
    private String started(String process, String id) {
        var number = waiting(process, id);
        if (process.equals("post-sale")) {
            timeComes(number, process);
        }
        return number;
    }

    private String waiting(String process, String id) {
        return switch (process) {
            case "payment-due" -> automations.invoice(id, invoice(), 1);
            case "post-sale" -> wins(id);
            case "inactivity" -> silent("inactive", id, 30);
            default -> silent("winBack", id, 200);
        };
    }

    private String silent(String event, String id, int days) {
        automations.silentFor(id, days);
        return automations.happens(event, id);
    }
}
