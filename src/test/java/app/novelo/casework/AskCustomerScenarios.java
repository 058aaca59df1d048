package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.conversation.Conversations;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import app.novelo.platform.Sql;
import app.novelo.servicelevel.ServiceLevels;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path through {@code processes/casework/ask-customer.bpmn}, called by a process that a designer deployed. */
@RunningNovelo
class AskCustomerScenarios {

    private static final String QUESTION = "Terça às 14h serve para você?";
    private static final String ASKING = "asking";
    private static final String ASK_CUSTOMER = "ask-customer";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    Conversations conversations;

    @Autowired
    Processes processes;

    @Autowired
    Turns turns;

    @Autowired
    ServiceLevels serviceLevels;

    @Autowired
    Clock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Value("${local.server.port}")
    int port;

    @BeforeEach
    void aDesignerHasDeployedAProcessThatAsks() throws IOException {
        var texts = Map.of("ask.suits", QUESTION, "answer.yes", "Sim, serve", "answer.no", "Não");
        texts.forEach((key, body) -> jdbc.sql(
                        "insert into conversation.text_entry (key, language, body) values (?, 'pt', ?) on conflict do nothing")
                .param(key)
                .param(body)
                .update());
        var file = Files.readString(Path.of("src/test/resources/app/novelo/casework/asking.bpmn"));
        var answer = Visitor.withPassword(port, "davi", "people-of-tests")
                .deploy("/engine-rest/deployment/create", Map.of("asking.bpmn", file));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void aPressedButtonIsTheAnswer() {
        var phone = customer.newPhone();
        var ticket = givenAnAskedQuestion(phone);

        customer.presses(phone, "yes", "Sim, serve");

        eventually(() -> cases.walked(ticket, ASKING).contains("endEvent_yes"));
        assertThat(cases.walked(ticket, ASK_CUSTOMER))
                .containsSubsequence(
                        "serviceTask_sendQuestion",
                        "serviceTask_lookForAnswer",
                        "event_customerWrote",
                        "serviceTask_lookForAnswer",
                        "endEvent_answerGiven");
    }

    @Test
    void theWordsOfAnOfferedAnswerAreThatAnswer() {
        var phone = customer.newPhone();
        var ticket = givenAnAskedQuestion(phone);

        customer.says(phone, "nao");

        eventually(() -> cases.walked(ticket, ASKING).contains("endEvent_no"));
    }

    @Test
    void anythingElseIsAnotherAnswer() {
        var phone = customer.newPhone();
        var ticket = givenAnAskedQuestion(phone);

        customer.says(phone, "pode ser na quarta de manhã?");

        eventually(() -> cases.walked(ticket, ASKING).contains("endEvent_other"));
    }

    @Test
    void aReactionAnswersNothingAndTheNextMessageDoes() {
        var phone = customer.newPhone();
        var ticket = givenAnAskedQuestion(phone);

        customer.reacts(phone, question(phone), "👍");
        eventually(() -> cases.walked(ticket, ASKING).contains("endEvent_replyNoted"));
        assertThat(cases.hasEnded(ticket, ASKING)).isFalse();
        customer.says(phone, "Sim, serve");

        eventually(() -> cases.walked(ticket, ASKING).contains("endEvent_yes"));
    }

    @Test
    void aMissedCallAnswersNothing() {
        var phone = customer.newPhone();
        var ticket = givenAnAskedQuestion(phone);

        customer.calls(phone, "missed");
        eventually(() -> cases.walked(ticket, ASKING).contains("endEvent_replyNoted"));

        assertThat(cases.hasEnded(ticket, ASKING)).isFalse();
    }

    @Test
    void silenceReachesTheCallerAsAnError() {
        var phone = customer.newPhone();
        var ticket = givenAnAskedQuestion(phone);

        cases.fireTimer(ticket, ASK_CUSTOMER, "event_silent");

        assertThat(cases.walked(ticket, ASK_CUSTOMER)).contains("endEvent_noAnswer");
        assertThat(cases.walked(ticket, ASKING)).contains("event_noAnswer", "endEvent_unanswered");
    }

    @Test
    void whatWasSaidBeforeTheQuestionIsNoAnswer() {
        var phone = customer.newPhone();
        customer.says(phone, "Sim, serve");

        var ticket = givenAnAskedQuestion(phone);

        assertThat(cases.walked(ticket, ASK_CUSTOMER)).doesNotContain("endEvent_answerGiven");
    }

    @Test
    void anAnswerThatComesBeforeWhatsAppHasAcceptedTheQuestionCounts() {
        var phone = customer.newPhone();
        var ticket = givenATicketWithItsProtocolTold(phone);
        customer.fault(phone, "slow", 0, 1);
        ask(ticket, cases.conversationOf(phone));
        eventually(() -> customer.received(phone).contains(QUESTION));

        customer.says(phone, "Sim, serve");

        eventually(() -> cases.walked(ticket, ASKING).contains("endEvent_yes"));
    }

    /** He wrote, and WhatsApp's receipt of the question was quicker than whoever drives the conversation. */
    @Test
    void anAnswerThatOvertakesTheReceiptIsNotedAsAnyReply() {
        var phone = customer.newPhone();
        var ticket = givenATicketWithItsProtocolTold(phone);
        var conversation = cases.conversationOf(phone);
        turns.inTurn(
                Turn.ofConversation(conversation),
                () -> serviceLevels.answered(ticket, "answered by AGENT", clock.instant()));
        customer.fault(phone, "slow", 0, 1);
        ask(ticket, conversation);
        eventually(() -> isOnItsWay(conversation, QUESTION));
        var answer = storedButNotDriven(conversation, "Sim, serve");
        assertThat(cases.walked(ticket, ASK_CUSTOMER)).doesNotContain("serviceTask_lookForAnswer");
        eventually(() -> cases.walked(ticket, ASK_CUSTOMER).contains("gateway_answered"));
        driven(conversation);

        eventually(() -> cases.walked(ticket, ASKING).contains("endEvent_yes"));
        assertThat(cases.walked(ticket, ASKING)).contains("endEvent_replyNoted");
        assertThat(jdbc.sql("select understanding is not null from conversation.message where id = ?")
                        .param(answer)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select state from servicelevel.clock where case_number = ? and metric = 'nextResponse'")
                        .param(ticket)
                        .query(String.class)
                        .list())
                .containsExactly("RUNNING");
    }

    @Test
    void whoMayNotBeAskedIsAnErrorOfTheCaller() {
        var phone = customer.newPhone();
        var ticket = givenATicketWithItsProtocolTold(phone);
        customer.fault(phone, "error", 131047, 1);

        ask(ticket, cases.conversationOf(phone));

        eventually(() -> cases.walked(ticket, ASKING).contains("endEvent_notAsked"));
        assertThat(cases.walked(ticket, ASKING)).contains("event_notSent");
    }

    @Test
    void anAnswerThatCannotBeOfferedIsAnIncidentThatSaysWhich() {
        var phone = customer.newPhone();
        var ticket = givenATicketWithItsProtocolTold(phone);
        var conversation = cases.conversationOf(phone);
        start(
                ASK_CUSTOMER,
                ticket,
                conversation,
                Var.text("questionTextKey").of("ask.suits"),
                Var.text("questionChoices").of("yes is answer.yes"),
                Var.text("answerTimeout").of("PT1H"));

        var instance = cases.instanceOf(ticket, ASK_CUSTOMER);
        var incident = eventually(() -> runtime.createIncidentQuery()
                .processInstanceId(instance.getId())
                .singleResult());
        assertThat(incident.getIncidentMessage()).contains("yes is answer.yes");
    }

    private boolean isOnItsWay(String conversation, String text) {
        return jdbc.sql(
                        "select exists (select 1 from conversation.message where conversation = ?::uuid and direction = 'OUT' and text = ?)")
                .param(conversation)
                .param(text)
                .query(Boolean.class)
                .single();
    }

    /** @return a message like his last one, with these words */
    private UUID storedButNotDriven(String conversation, String text) {
        return jdbc.sql(
                        """
                        insert into conversation.message overriding user value
                        select (jsonb_populate_record(said, jsonb_build_object('id', gen_random_uuid(), 'at', ?::timestamptz,
                            'text', ?, 'unhandled', true, 'case_number', null, 'understanding', null,
                            'provider_id', 'wamid.' || gen_random_uuid()))).*
                        from conversation.message said where conversation = ?::uuid and direction = 'IN'
                        order by seq desc limit 1 returning id""")
                .param(Sql.time(clock.instant()))
                .param(text)
                .param(conversation)
                .query(UUID.class)
                .single();
    }

    private void driven(String conversation) {
        jdbc.sql(
                        "insert into conversation.undriven (conversation, since, latest, drive_at) values (?::uuid, now(), now(), now())")
                .param(conversation)
                .update();
    }

    private String givenAnAskedQuestion(String phone) {
        var ticket = givenATicketWithItsProtocolTold(phone);
        ask(ticket, cases.conversationOf(phone));
        eventually(() -> customer.received(phone).contains(QUESTION));
        eventually(() -> runtime.createEventSubscriptionQuery()
                        .processInstanceId(
                                cases.instanceOf(ticket, ASK_CUSTOMER).getId())
                        .count()
                == 1);
        return ticket;
    }

    private String givenATicketWithItsProtocolTold(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> customer.received(phone).size() == 1);
        cases.untilNothingIsOnItsWayTo(phone);
        return ticket;
    }

    private void ask(String ticket, String conversation) {
        start(ASKING, ticket, conversation);
    }

    private void start(String process, String ticket, String conversation, Var.Value... more) {
        var variables = new java.util.ArrayList<>(List.of(more));
        variables.add(CaseProcess.CONVERSATION.of(conversation));
        turns.inTurn(
                Turn.ofConversation(conversation),
                () -> conversations.follow(
                        UUID.fromString(conversation),
                        processes.startByKey(process, ticket, variables.toArray(Var.Value[]::new))));
    }

    private String question(String phone) {
        return customer.sees(phone).stream()
                .filter(message -> message.path("text").asText().equals(QUESTION))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }
}
