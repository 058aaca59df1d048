package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path through {@code processes/casework/intake.bpmn}. */
@RunningNovelo
class IntakeScenarios {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    Clock clock;

    @Test
    void aClearWishOpensATicketAtOnce() {
        var phone = customer.newPhone();

        customer.says(phone, "minha geladeira não gela");

        var ticket = cases.ticketOf(phone);
        var conversation = cases.conversationOf(phone);
        assertThat(cases.hasEnded(conversation, "intake")).isTrue();
        assertThat(cases.walked(conversation, "intake"))
                .containsSubsequence(
                        "startEvent_conversationOpened",
                        "serviceTask_classifyMessage",
                        "businessRuleTask_triage",
                        "serviceTask_openCase",
                        "endEvent_caseOpened");
        assertThat(cases.fact(ticket, "queue")).isEqualTo("support");
    }

    @ParameterizedTest
    @CsvSource({
        "quanto custa a geladeira frost free de 400 litros?, sales",
        "preciso da segunda via do boleto que vence amanhã, billing",
        "quero cancelar minha assinatura do plano, retention",
        "minha máquina de lavar não liga, support",
        "onde está meu pedido? já era para ter chegado, support"
    })
    void everyIntentReachesTheQueueOfItsPeople(String text, String queue) {
        var phone = customer.newPhone();

        customer.says(phone, text);

        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo(queue);
    }

    @Test
    void aGreetingIsGreetedAndTheNextMessageIsClassified() {
        var phone = customer.newPhone();
        customer.says(phone, "oi, tudo bem?");
        eventually(
                () -> customer.received(phone).stream().anyMatch(text -> text.startsWith("Olá! Aqui é da Casa Clima")));
        var conversation = cases.conversationOf(phone);
        eventually(() -> cases.walked(conversation, "intake").contains("endEvent_greeted"));
        assertThat(cases.numbersOf(phone)).isEmpty();

        customer.says(phone, "minha geladeira não gela");

        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("support");
        assertThat(cases.walked(conversation, "intake"))
                .contains("event_customerWroteAgain", "endEvent_caseOpened")
                .filteredOn("serviceTask_classifyMessage"::equals)
                .hasSize(2);
    }

    @Test
    void aSecondGreetingIsGreetedAgainAndIntakeGoesOnWaiting() {
        var phone = customer.newPhone();
        customer.says(phone, "bom dia");
        eventually(() -> customer.received(phone).size() == 1);

        customer.says(phone, "olá?");

        eventually(() -> customer.received(phone).size() == 2);
        var conversation = cases.conversationOf(phone);
        eventually(() -> cases.walked(conversation, "intake").contains("endEvent_intakeResumed"));
        assertThat(cases.instanceOf(conversation, "intake")).isNotNull();
    }

    @Test
    void whoOnlyGreetsIsNotForgottenAfterTenSilentMinutes() {
        var phone = customer.newPhone();
        var before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        customer.says(phone, "boa tarde");
        eventually(() -> customer.received(phone).size() == 1);
        var conversation = cases.conversationOf(phone);
        eventually(() -> cases.walked(conversation, "intake").contains("endEvent_greeted"));
        assertThat(cases.walked(conversation, "intake"))
                .containsSubsequence("businessRuleTask_decideSilence", "serviceTask_waitAfterGreeting");
        assertThat(cases.dueOfTimer(conversation, "intake", "event_silent"))
                .as("what the table inactivity says")
                .isBetween(before.plus(Duration.ofMinutes(10)), clock.instant().plus(Duration.ofMinutes(10)));

        cases.fireTimer(conversation, "intake", "event_silent");

        var ticket = cases.ticketOf(phone);
        assertThat(cases.fact(ticket, "queue")).isEqualTo("triage");
        assertThat(cases.walked(conversation, "intake"))
                .endsWith("serviceTask_openCaseInTriage", "endEvent_openedInTriage");
    }

    @Test
    void aGreetingThatCannotBeSentKeepsIntakeWaiting() {
        var phone = customer.newPhone();
        customer.fault(phone, "error", 131026, 1);

        customer.says(phone, "oi");

        var conversation = eventually(() -> cases.conversationOf(phone));
        eventually(() -> cases.walked(conversation, "intake").contains("endEvent_notGreeted"));
        assertThat(cases.walked(conversation, "intake")).contains("event_greetingNotSent");
        customer.says(phone, "minha geladeira não gela");
        assertThat(cases.ticketOf(phone)).isNotNull();
    }

    @Test
    void thanksSoonAfterATicketWasClosedNeedNoAnswer() {
        var phone = customer.newPhone();
        var ticket = givenAClosedTicket(phone);

        customer.says(phone, "muito obrigado!");

        eventually(() -> !cases.conversationOf(phone).equals(conversationOfCase(ticket)));
        var second = cases.conversationOf(phone);
        eventually(() -> cases.hasEnded(second, "intake"));
        assertThat(cases.walked(second, "intake"))
                .endsWith("serviceTask_closeWithoutAnswer", "endEvent_noAnswerNeeded");
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
    }

    @Test
    void thanksOutOfTheBlueReachAPerson() {
        var phone = customer.newPhone();

        customer.says(phone, "valeu, obrigado");

        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("triage");
    }

    @Test
    void aThoughtInThreeMessagesIsOneTicket() {
        var phone = customer.newPhone();

        for (var part : List.of("oi", "minha geladeira", "não gela")) {
            customer.says(phone, part);
        }

        var ticket = cases.ticketOf(phone);
        assertThat(cases.fact(ticket, "queue")).isEqualTo("support");
        eventually(() -> customer.received(phone).size() == 1);
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
        assertThat(customer.received(phone)).first().asString().contains(ticket);
    }

    /** A reaction answers nothing, and what he writes before he has the question is no answer to it, but news. */
    @Test
    void whatIsWrittenWhileTheQuestionIsOnItsWayIsNotLost() {
        var phone = customer.newPhone();
        customer.fault(phone, "slow", 0, 1);
        customer.says(phone, "qwx zzk");
        var conversation = eventually(() -> cases.conversationOf(phone));
        eventually(() -> cases.walked(conversation, "intake").contains("callActivity_askWhatItIs"));

        customer.says(phone, "minha geladeira não gela");

        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("support");
    }

    /** A little slower, the two are two turns, and come to the same. */
    @Test
    void aPictureAlongWithAGreetingIsNoBareGreeting() {
        var phone = customer.newPhone();

        customer.says(phone, "oi");
        customer.sends(phone, customer.picture());

        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("triage");
    }

    private String givenAClosedTicket(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        var task = eventually(() -> cases.taskOf(ticket)).getId();
        var claimed = agent.post("admin", "/engine-rest/task/" + task + "/claim", Map.of("userId", "admin"));
        assertThat(claimed.status()).isEqualTo(204);
        var closed = agent.post(
                "admin",
                "/engine-rest/task/" + task + "/complete",
                Map.of(
                        "variables",
                        Map.of("outcome", Map.of("value", "resolved"), "resolution", Map.of("value", "solved"))));
        assertThat(closed.status()).isEqualTo(204);
        cases.timeToReopenPasses(ticket);
        return ticket;
    }

    private String conversationOfCase(String ticket) {
        return cases.fact(ticket, "conversation");
    }

    @Test
    void whoIsNotClearIsAskedOnceAndHisChoiceIsCertain() {
        var phone = customer.newPhone();
        var conversation = isAsked(phone);

        customer.presses(phone, "billing", "Cobrança");

        var ticket = cases.ticketOf(phone);
        assertThat(cases.fact(ticket, "queue")).isEqualTo("billing");
        assertThat(cases.fact(ticket, "intent")).isEqualTo("billing");
        assertThat(cases.walked(conversation, "intake"))
                .containsSubsequence(
                        "callActivity_askWhatItIs",
                        "serviceTask_takeAnswer",
                        "businessRuleTask_triage",
                        "serviceTask_openCase");
        assertThat(agent.messages(conversation))
                .filteredOn(message -> message.path("direction").asText().equals("IN"))
                .allMatch(message -> message.path("case").asText().equals(ticket));
    }

    @Test
    void whatIsWrittenInsteadOfChoosingIsUnderstoodLikeAnyMessage() {
        var phone = customer.newPhone();
        isAsked(phone);

        customer.says(phone, "minha geladeira não gela");

        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("support");
    }

    @Test
    void whoIsStillNotClearGetsAPersonAndNoSecondQuestion() {
        var phone = customer.newPhone();
        var conversation = isAsked(phone);

        customer.says(phone, "zzk qwx");

        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("triage");
        assertThat(cases.walked(conversation, "intake"))
                .filteredOn("callActivity_askWhatItIs"::equals)
                .hasSize(1);
    }

    @Test
    void whoDoesNotAnswerTheQuestionIsNotForgotten() {
        var phone = customer.newPhone();
        var conversation = isAsked(phone);

        cases.fireTimer(conversation, "ask-customer", "event_silent");

        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("triage");
        assertThat(cases.walked(conversation, "intake"))
                .containsSubsequence("event_notAnswered", "serviceTask_openCaseInTriage", "endEvent_openedInTriage");
    }

    @Test
    void whoCannotBeAskedIsNotForgottenEither() {
        var phone = customer.newPhone();
        customer.fault(phone, "error", 131026, 1);

        customer.says(phone, "qwx zzk");

        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("triage");
        assertThat(cases.walked(cases.conversationOf(phone), "intake")).contains("event_notAnswered");
    }

    private String isAsked(String phone) {
        customer.says(phone, "qwx zzk");
        eventually(() -> customer.received(phone).size() == 1);
        var conversation = cases.conversationOf(phone);
        cases.untilNothingIsOnItsWayTo(phone);
        eventually(() -> cases.walked(conversation, "ask-customer").contains("gateway_waitForAnswer"));
        assertThat(cases.numbersOf(phone)).isEmpty();
        return conversation;
    }
}
