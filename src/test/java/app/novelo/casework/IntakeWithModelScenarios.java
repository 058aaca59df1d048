package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Cases;
import app.novelo.support.ChatServer;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Intake where a language model is set: asked below the gate, and never in the way. */
@RunningNovelo
class IntakeWithModelScenarios {

    private static final String UNCLEAR = "xpto zzz qwerty";
    private static final ChatServer PROVIDER = provider();

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("novelo.ai.chat.provider", () -> "openai");
        settings.add("novelo.ai.chat.base-url", PROVIDER::url);
        settings.add("novelo.ai.chat.api-key", () -> "secret");
        settings.add("novelo.ai.chat.model", () -> "stand-in");
        settings.add("novelo.ai.chat.timeout", () -> "3s");
        settings.add("novelo.intake.quiet", () -> "1s");
    }

    private static ChatServer provider() {
        try {
            return new ChatServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void whatTheModelUnderstandsReachesTheRightQueue() {
        PROVIDER.saysLabels("billing", "neutral");
        var phone = customer.newPhone();

        customer.says(phone, UNCLEAR);

        var ticket = cases.ticketOf(phone);
        assertThat(cases.fact(ticket, "queue")).isEqualTo("billing");
        assertThat(cases.walked(cases.conversationOf(phone), "intake"))
                .containsSubsequence("serviceTask_askLanguageModel", "businessRuleTask_triage", "serviceTask_openCase");
    }

    @Test
    void whereTheModelFailsTheCustomerIsAskedHimself() {
        PROVIDER.fails(500);
        var phone = customer.newPhone();

        customer.says(phone, UNCLEAR);

        eventually(() -> customer.received(phone).size() == 1);
        var conversation = cases.conversationOf(phone);
        cases.untilNothingIsOnItsWayTo(phone);
        customer.presses(phone, "billing", "Cobrança");
        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("billing");
        assertThat(cases.walked(conversation, "intake"))
                .containsSubsequence("event_modelUnavailable", "callActivity_askWhatItIs", "serviceTask_openCase");
    }

    @Test
    void aModelThatReadsOnlyTheGreetingDoesNotHideThePicture() {
        PROVIDER.saysLabels("other", "neutral");
        var phone = customer.newPhone();

        customer.says(phone, "oi");
        customer.sends(phone, customer.picture());

        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("triage");
    }

    @Test
    void aModelIsNotAskedAboutWhatHasNoWords() {
        PROVIDER.saysLabels("billing", "neutral");
        int before = PROVIDER.requests().size();
        var phone = customer.newPhone();

        customer.sends(phone, customer.picture());

        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("triage");
        assertThat(cases.walked(cases.conversationOf(phone), "intake")).contains("event_modelUnavailable");
        assertThat(PROVIDER.requests()).hasSize(before);
    }

    @Test
    void whatTheCustomerWritesWhileTheModelIsAskedIsNotLost() {
        PROVIDER.isSilent();
        var phone = customer.newPhone();
        customer.says(phone, UNCLEAR);
        var conversation = eventually(() -> cases.conversationOf(phone));
        eventually(() -> cases.walked(conversation, "intake").contains("serviceTask_askLanguageModel"));

        customer.says(phone, "minha geladeira não gela");

        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.handled(conversation) == 2);
        assertThat(cases.fact(ticket, "queue")).isEqualTo("support");
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
    }
}
