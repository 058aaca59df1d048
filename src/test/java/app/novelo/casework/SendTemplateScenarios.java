package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.conversation.Conversations;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.MetaDesk;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The element template <em>Send WhatsApp template</em> in a process that a designer deployed, while the window is closed. */
@RunningNovelo
class SendTemplateScenarios {

    private static final String TELLING = "telling-by-template";
    private static final String PORTUGUESE =
            "[{'type':'BODY','text':'Olá {{1}}, a sua peça chegou hoje à nossa loja.','example':{'body_text':[['Ana']]}}]";
    private static final String ENGLISH =
            "[{'type':'BODY','text':'Hello {{1}}, your spare part has arrived today.','example':{'body_text':[['Ana']]}}]";

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    MetaDesk meta;

    @Autowired
    Conversations conversations;

    @Autowired
    Processes processes;

    @Autowired
    Turns turns;

    @Value("${local.server.port}")
    int port;

    private String template = "";
    private String portuguese = "";
    private String phone = "";
    private String ticket = "";

    @BeforeEach
    void aDayAfterTheCustomerWrote() throws IOException {
        template = meta.newName();
        portuguese = meta.approved(template, "pt_BR", "UTILITY", PORTUGUESE);
        deploy();
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> customer.received(phone).size() == 1);
        cases.untilNothingIsOnItsWayTo(phone);
        cases.aDayPassesFor(cases.conversationOf(phone));
    }

    private void deploy() throws IOException {
        var model = Files.readString(Path.of("src/test/resources/app/novelo/casework/telling-by-template.bpmn"))
                .replace("the_template", template);
        var answer = Visitor.withPassword(port, "davi", "people-of-tests")
                .deploy("/engine-rest/deployment/create", Map.of("telling-by-template.bpmn", model));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @AfterEach
    void noFaults() {
        customer.noFaults();
    }

    @Test
    void theTemplateGoesOutWithItsValues() {
        tell();

        ends("endEvent_sent");
        assertThat(customer.received(phone).get(1))
                .startsWith("Olá ")
                .endsWith(", a sua peça chegou hoje à nossa loja.");
    }

    /** WhatsApp takes no empty value, and nobody wants to be greeted by his number. */
    @Test
    void whoseNameNobodyKnowsIsCalledPolitely() {
        cases.nobodyKnowsTheNameOf(phone);

        tell();

        ends("endEvent_sent");
        assertThat(customer.received(phone).get(1)).isEqualTo("Olá cliente, a sua peça chegou hoje à nossa loja.");
    }

    @Test
    void andInTheLanguageOfTheTemplate() {
        cases.nobodyKnowsTheNameOf(phone);
        meta.approved(template, "en", "UTILITY", ENGLISH);
        meta.decides(portuguese, "PAUSED");
        eventually(() -> meta.find(template, "pt_BR", "PAUSED"));

        tell();

        ends("endEvent_sent");
        assertThat(customer.received(phone).get(1)).isEqualTo("Hello customer, your spare part has arrived today.");
    }

    @Test
    void aPausedTemplateIsAnErrorThatTheDiagramDraws() {
        meta.decides(portuguese, "PAUSED");
        eventually(() -> meta.find(template, "pt_BR", "PAUSED"));

        tell();

        ends("endEvent_unavailable");
        assertThat(customer.received(phone)).hasSize(1);
    }

    /** Paused a moment ago: Meta knows, we do not yet. */
    @Test
    void whatMetaRefusesIsTheSameError() {
        customer.fault(phone, "error", 132015, 1);

        tell();

        ends("endEvent_unavailable");
    }

    @Test
    void ofTwoLanguagesTheOneThatIsNotPausedGoesOut() {
        meta.approved(template, "en", "UTILITY", ENGLISH);
        meta.decides(portuguese, "PAUSED");
        eventually(() -> meta.find(template, "pt_BR", "PAUSED"));

        tell();

        ends("endEvent_sent");
        assertThat(customer.received(phone).get(1)).startsWith("Hello ");
    }

    private void ends(String event) {
        eventually(() -> cases.walked(ticket, TELLING).contains(event));
    }

    private void tell() {
        var conversation = cases.conversationOf(phone);
        turns.inTurn(
                Turn.ofConversation(conversation),
                () -> conversations.follow(
                        UUID.fromString(conversation),
                        processes.startByKey(TELLING, ticket, CaseProcess.CONVERSATION.of(conversation))));
    }
}
