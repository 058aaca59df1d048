package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * {@code selfService} in {@code processes/casework/intake.bpmn}, with a topic that a designer has drawn and an analyst has
 * named. In a program of its own, since its table is another one.
 */
@RunningNovelo
@TestPropertySource(properties = "novelo.data-dir=target/self-service")
class SelfServiceScenarios {

    private static final String TOPIC = "opening-hours";
    private static final String WISH = "qual o horário de funcionamento da loja?";

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Value("${local.server.port}")
    int port;

    private String phone = "";

    @BeforeEach
    void aDesignerHasDrawnTheTopicAndAnAnalystHasNamedIt() throws IOException {
        var texts = Map.of("ask.helped", "Ajudei?", "ask.yes", "Sim", "ask.no", "Não");
        texts.forEach((key, body) -> jdbc.sql(
                        "insert into conversation.text_entry (key, language, body) values (?, 'pt', ?) on conflict do nothing")
                .param(key)
                .param(body)
                .update());
        deploy(
                "davi",
                "opening-hours.bpmn",
                Files.readString(Path.of("src/test/resources/app/novelo/casework/opening-hours.bpmn")));
        deploy("alice", "triage.dmn", serving(TOPIC));
        phone = customer.newPhone();
    }

    /** @return the shipped table, but what is understood and none of ours is served by that process */
    private static String serving(String topic) throws IOException {
        return Files.readString(Path.of("decisions/casework/triage.dmn"))
                .replaceFirst("(outputEntry_other_action\">\\s*<text>)\"open\"", "$1\"selfService\"")
                .replaceFirst("(outputEntry_other_topic\">\\s*<text>)\"other\"", "$1\"" + topic + "\"");
    }

    private void deploy(String user, String name, String file) {
        var answer = Visitor.withPassword(port, user, "people-of-tests")
                .deploy("/engine-rest/deployment/create", Map.of(name, file));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void whoIsHelpedNeedsNobody() {
        var conversation = asksAndIsTold();

        customer.presses(phone, "yes", "Sim");

        eventually(() -> cases.hasEnded(conversation, "intake"));
        assertThat(cases.walked(conversation, "intake"))
                .containsSubsequence(
                        "callActivity_serveByItself", "gateway_helped", "serviceTask_closeHelped", "endEvent_helped");
        assertThat(cases.numbersOf(phone)).isEmpty();
        assertThat(state(conversation)).isEqualTo("RESOLVED");
        customer.says(phone, "minha geladeira não gela");
        assertThat(cases.ticketOf(phone)).isNotNull();
    }

    @Test
    void whoIsNotHelpedGetsAPerson() {
        var conversation = asksAndIsTold();

        customer.presses(phone, "no", "Não");

        assertThat(cases.ticketOf(phone)).isNotNull();
        assertThat(cases.walked(conversation, "intake"))
                .containsSubsequence("callActivity_serveByItself", "gateway_helped", "serviceTask_openCase")
                .doesNotContain("event_notServed");
    }

    @Test
    void whoDoesNotAnswerGetsAPersonToo() {
        var conversation = asksAndIsTold();

        cases.fireTimer(conversation, "ask-customer", "event_silent");

        assertThat(cases.ticketOf(phone)).isNotNull();
        assertThat(cases.walked(conversation, "intake"))
                .containsSubsequence("event_notServed", "serviceTask_openCase", "endEvent_caseOpened");
    }

    @Test
    void whatCannotBeSaidIsNoDeadEnd() {
        customer.fault(phone, "error", 131026, 1);

        customer.says(phone, WISH);

        assertThat(cases.ticketOf(phone)).isNotNull();
        assertThat(cases.walked(cases.conversationOf(phone), "intake")).contains("event_notServed");
    }

    @Test
    void aTopicThatNobodyHasDrawnEndsWithAPerson() throws IOException {
        deploy("alice", "triage.dmn", serving("no-such-process"));

        customer.says(phone, WISH);

        var conversation = eventually(() -> cases.conversationOf(phone));
        assertThat(eventually(() -> cases.instanceOf(conversation, "by-hand"))).isNotNull();
    }

    private String asksAndIsTold() {
        customer.says(phone, WISH);
        eventually(() -> customer.received(phone).stream().anyMatch(text -> text.contains("Ajudei?")));
        var conversation = cases.conversationOf(phone);
        cases.untilNothingIsOnItsWayTo(phone);
        eventually(() -> cases.walked(conversation, "ask-customer").contains("gateway_waitForAnswer"));
        return conversation;
    }

    private String state(String conversation) {
        return jdbc.sql("select state from conversation.conversation where id = ?::uuid")
                .param(conversation)
                .query(String.class)
                .single();
    }
}
