package app.novelo.ticket;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several cases of one conversation, through {@code processes/casework/choose-case.bpmn} and the acts of people. */
@RunningNovelo
class SeveralCasesScenarios {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    ObjectMapper json;

    private String phone = "";
    private String fridge = "";
    private String bill = "";
    private String conversation = "";

    /** Bruno works on the refrigerator; what was said of the bill is split off for the people of billing. */
    @BeforeEach
    void oneConversationIsAboutTwoThings() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        fridge = cases.ticketOf(phone);
        conversation = cases.conversationOf(phone);
        var task = eventually(() -> cases.taskOf(fridge)).getId();
        eventually(() -> told(fridge));
        assertThat(cases.claim("bruno", task)).isTrue();
        customer.says(phone, "e a cobrança do mês veio errada, segunda via do boleto por favor");
        var said = eventually(() -> message(item -> item.path("text").asText().contains("boleto")));
        eventually(() -> cases.handled(conversation) == 2);
        bill = open(Map.of(
                "conversation",
                conversation,
                "queue",
                "billing",
                "intent",
                "billing",
                "messages",
                List.of(said.path("id").asText())));
        eventually(() -> told(bill));
        cases.untilNothingIsOnItsWayTo(phone);
    }

    private String open(Map<String, Object> opening) {
        var answer = agent.post("bruno", "/api/v1/tickets", opening);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("number").asText();
    }

    @Test
    void whatIsSplitOffIsACaseOfItsOwnAndTheConversationStaysWithTheFirst() {
        assertThat(cases.fact(bill, "queue")).isEqualTo("billing");
        assertThat(cases.ownerOf(bill)).isEmpty();
        assertThat(caseOf("boleto")).isEqualTo(bill);
        assertThat(caseOf("gela")).isEqualTo(fridge);
        var shown = conversation("bruno");
        assertThat(shown.path("case").asText()).isEqualTo(fridge);
        assertThat(shown.path("queue").asText()).isEqualTo("support");
        assertThat(shown.path("owner").asText()).isEqualTo("bruno");
        assertThat(shown.path("speakerId").asText()).isEqualTo("bruno");
        assertThat(shown.path("cases")).extracting(JsonNode::asText).containsExactlyInAnyOrder(fridge, bill);
        assertThat(links(fridge)).containsExactly(bill + " split");
        assertThat(clock(bill, "firstResponse")).isEqualTo("RUNNING");
    }

    @Test
    void thePeopleOfEveryCaseSeeTheConversationAndNobodyElse() {
        assertThat(status("bia")).isEqualTo(200);
        assertThat(status("bruno")).isEqualTo(200);
        assertThat(status("alice")).isEqualTo(404);
    }

    @Test
    void aClearTopicGoesToTheTicketOfThatTopic() {
        customer.says(phone, "preciso da segunda via do boleto que vence amanhã");

        eventually(() -> cases.handled(conversation) == 3);
        assertThat(caseOf("vence")).isEqualTo(bill);
        var shown = conversation("marta");
        assertThat(shown.path("case").asText()).isEqualTo(bill);
        assertThat(shown.path("queue").asText()).isEqualTo("billing");
        assertThat(shown.path("speaker").asText()).isEqualTo("PROCESS");
        assertThat(status("bruno")).isEqualTo(200);
    }

    @Test
    void aQuoteGoesToTheTicketOfWhatIsQuoted() {
        var protocol =
                eventually(() -> message(item -> item.path("text").asText().contains(bill)
                        && !item.path("providerId").isNull()));

        customer.sends(phone, quoting(protocol.path("providerId").asText(), "qwx zzk"));

        eventually(() -> cases.handled(conversation) == 3);
        assertThat(caseOf("qwx")).isEqualTo(bill);
        assertThat(conversation("marta").path("case").asText()).isEqualTo(bill);
    }

    @Test
    void whatIsUnclearAnswersWhoeverWroteToHimLast() {
        assertThat(answers("bia", bill, "Qual é o mês da cobrança?")).isEqualTo(409);
        takesOver("bia");
        assertThat(answers("bia", bill, "Qual é o mês da cobrança?")).isEqualTo(202);
        eventually(() -> received("Qual é o mês"));

        customer.says(phone, "qwx zzk");

        eventually(() -> cases.handled(conversation) == 3);
        assertThat(caseOf("qwx")).isEqualTo(bill);
        assertThat(clock(bill, "firstResponse")).isEqualTo("MET");
    }

    @Test
    void whoeverAnswersACaseTurnsTheConversationToItAndEndsItsClock() {
        assertThat(answers("bruno", fridge, "Estamos vendo a geladeira")).isEqualTo(202);
        assertThat(clock(fridge, "firstResponse")).isEqualTo("MET");
        assertThat(clock(bill, "firstResponse")).isEqualTo("RUNNING");

        assertThat(claim("bia", bill)).isTrue();
        assertThat(answers("bia", bill, "Vou ver a cobrança")).isEqualTo(409);
        takesOver("bia");
        assertThat(answers("bia", bill, "Vou ver a cobrança")).isEqualTo(202);

        assertThat(clock(bill, "firstResponse")).isEqualTo("MET");
        assertThat(conversation("marta").path("case").asText()).isEqualTo(bill);
        assertThat(caseOf("Vou ver")).isEqualTo(bill);
        assertThat(answers("bia", "T-20200101-000001", "Olá")).isEqualTo(400);
    }

    @Test
    void whoMeansNeitherClearlyIsAskedAndHisChoiceHasAllThatHeSaid() {
        asksWithoutBeingClear();

        customer.presses(phone, bill, "Cobrança · 000001");

        eventually(() -> cases.hasEnded(conversation, "choose-case"));
        assertThat(caseOf("qwx")).isEqualTo(bill);
        assertThat(conversation("marta").path("case").asText()).isEqualTo(bill);
        assertThat(cases.walked(conversation, "choose-case"))
                .containsSubsequence("callActivity_askWhichCase", "serviceTask_giveToCase", "endEvent_caseChosen")
                .contains("startEvent_customerReplied", "endEvent_questionMoved");
        assertThat(cases.walked(bill, "ticket")).contains("serviceTask_noteReply");
    }

    @Test
    void whoMeansAnotherMatterGetsATicketOfItsOwn() {
        asksWithoutBeingClear();

        customer.presses(phone, "another", "Outro assunto");

        eventually(() -> cases.walked(conversation, "intake").contains("callActivity_askWhatItIs"));
        cases.untilNothingIsOnItsWayTo(phone);
        customer.presses(phone, "purchase", "Compra");
        var third = eventually(() -> cases.numbersOf(phone).get(2));
        assertThat(caseOf("qwx")).isEqualTo(third);
        assertThat(conversation("marta").path("case").asText()).isEqualTo(third);
        assertThat(cases.instanceOf(fridge, "ticket")).isNotNull();
    }

    @Test
    void whileAnAgentHasTheWordHisCaseHasWhatIsUnclear() {
        customer.says(phone, "qwx zzk");

        eventually(() -> cases.handled(conversation) == 3);
        assertThat(caseOf("qwx")).isEqualTo(fridge);
        assertThat(customer.received(phone)).noneMatch(text -> text.contains("mais de um"));
    }

    @Test
    void whoDoesNotChooseIsNotForgotten() {
        asksWithoutBeingClear();

        cases.fireTimer(conversation, "ask-customer", "event_silent");

        eventually(() -> cases.hasEnded(conversation, "choose-case"));
        assertThat(cases.walked(conversation, "choose-case"))
                .containsSubsequence("event_notChosen", "serviceTask_giveToCase");
        assertThat(caseOf("qwx")).isIn(fridge, bill);
    }

    @Test
    void whoCannotBeAskedIsNotForgottenEither() {
        nobodyHasTheWord();
        customer.fault(phone, "error", 131026, 1);

        customer.says(phone, "qwx zzk");

        eventually(() -> cases.hasEnded(conversation, "choose-case"));
        assertThat(caseOf("qwx")).isIn(fridge, bill);
    }

    @Test
    void aResolvedCaseLeavesTheConversationToTheOther() {
        cases.complete("bruno", cases.taskOf(fridge).getId(), "solved");

        var shown = conversation("marta");
        assertThat(shown.path("state").asText()).isEqualTo("OPEN");
        assertThat(shown.path("case").asText()).isEqualTo(bill);
        assertThat(shown.path("queue").asText()).isEqualTo("billing");

        cases.timeToReopenPasses(fridge);
        assertThat(conversation("marta").path("state").asText()).isEqualTo("OPEN");
        assertThat(status("bruno")).isEqualTo(404);
    }

    @Test
    void aCaseThatWaitsGivesTheConversationAwayAndTakesItBackWhenTheOtherIsResolved() {
        var snooze = Map.of("onReply", true, "case", fridge);
        assertThat(agent.post("bruno", "/api/v1/conversations/" + conversation + "/snooze", snooze)
                        .status())
                .isEqualTo(204);
        assertThat(conversation("marta").path("case").asText()).isEqualTo(bill);
        assertThat(conversation("marta").path("state").asText()).isEqualTo("OPEN");

        assertThat(claim("bia", bill)).isTrue();
        cases.complete("bia", cases.taskOf(bill).getId(), "solved");

        assertThat(conversation("marta").path("case").asText()).isEqualTo(fridge);
        assertThat(conversation("marta").path("state").asText()).isEqualTo("WAITING_CUSTOMER");
        customer.says(phone, "a marca é Brastemp, modelo BRM44");
        assertThat(eventually(() -> cases.taskOf(fridge)).getAssignee()).isEqualTo("bruno");
    }

    @Test
    void twoThatAreOneAreMerged() {
        var answer = agent.post("marta", "/api/v1/tickets/" + bill + "/merge", Map.of("into", fridge));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(cases.fact(bill, "state")).isEqualTo("CLOSED");
        assertThat(caseOf("boleto")).isEqualTo(fridge);
        assertThat(cases.hasEnded(bill, "ticket")).isTrue();
        assertThat(cases.hasEnded(bill, "service-level")).isTrue();
        assertThat(clock(bill, "firstResponse")).isEqualTo("CANCELLED");
        assertThat(links(fridge)).containsExactly(bill + " split");
        assertThat(agent.get("marta", "/api/v1/tickets/" + bill)
                        .body()
                        .path("resolution")
                        .asText())
                .isEqualTo("duplicate");
        assertThat(conversation("marta").path("case").asText()).isEqualTo(fridge);
        assertThat(agent.post("marta", "/api/v1/tickets/" + bill + "/merge", Map.of("into", fridge))
                        .problem())
                .isEqualTo("case-not-waiting");
        assertThat(agent.post("marta", "/api/v1/tickets/" + fridge + "/merge", Map.of("into", fridge))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatWentToTheWrongCaseIsGivenToTheRightOne() {
        var said = message(item -> item.path("text").asText().contains("gela"));

        var answer = agent.post(
                "marta",
                "/api/v1/tickets/" + bill + "/messages",
                Map.of("messages", List.of(said.path("id").asText())));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(caseOf("gela")).isEqualTo(bill);
        assertThat(agent.post(
                                "marta",
                                "/api/v1/tickets/" + bill + "/messages",
                                Map.of("messages", List.of("00000000-0000-0000-0000-000000000001")))
                        .status())
                .isEqualTo(400);
        assertThat(agent.post(
                                "bruno",
                                "/api/v1/tickets/" + bill + "/messages",
                                Map.of("messages", List.of(said.path("id").asText())))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void casesAreLinkedOnceAndUnlinked() {
        var other = customer.newPhone();
        customer.says(other, "minha geladeira não gela");
        var theirs = cases.ticketOf(other);

        for (int i = 0; i < 2; i++) {
            assertThat(agent.post("bruno", "/api/v1/tickets/" + fridge + "/links", Map.of("to", theirs))
                            .status())
                    .isEqualTo(204);
        }
        assertThat(links(fridge)).contains(theirs + " related");
        assertThat(agent.delete("bruno", "/api/v1/tickets/" + theirs + "/links/" + fridge)
                        .status())
                .isEqualTo(204);
        assertThat(links(fridge)).doesNotContain(theirs + " related");
    }

    @Test
    void wrongRequestsAreRefusedAndChangeNothing() {
        assertThat(opens("bruno", Map.of()).status()).isEqualTo(400);
        assertThat(opens("bruno", Map.of("conversation", conversation, "queue", "nowhere"))
                        .status())
                .isEqualTo(400);
        assertThat(opens("bruno", Map.of("conversation", conversation, "intent", "nothing"))
                        .status())
                .isEqualTo(400);
        assertThat(opens("alice", Map.of("conversation", conversation)).status())
                .isEqualTo(404);
        assertThat(opens(
                                "bruno",
                                Map.of(
                                        "conversation",
                                        conversation,
                                        "messages",
                                        List.of("00000000-0000-0000-0000-000000000001")))
                        .status())
                .isEqualTo(400);
        assertThat(cases.numbersOf(phone)).containsExactly(fridge, bill);
    }

    @Test
    void anActNamesTheCaseThatItIsOf() {
        var transfer = Map.of("case", bill, "queue", "retention", "note", "quer cancelar");
        assertThat(agent.post("marta", "/api/v1/conversations/" + conversation + "/transfer", transfer)
                        .status())
                .isEqualTo(204);

        assertThat(cases.fact(bill, "queue")).isEqualTo("retention");
        assertThat(conversation("marta").path("queue").asText()).isEqualTo("support");
        assertThat(status("bia")).isEqualTo(404);
    }

    /** No agent has written, and none has the word. */
    private void asksWithoutBeingClear() {
        nobodyHasTheWord();
        customer.says(phone, "qwx zzk");
        eventually(() -> received("mais de um atendimento aberto"));
        eventually(() -> cases.instanceOf(conversation, "choose-case"));
        cases.untilNothingIsOnItsWayTo(phone);
        eventually(() -> cases.walked(conversation, "ask-customer").contains("gateway_waitForAnswer"));
    }

    private void nobodyHasTheWord() {
        assertThat(agent.post("bruno", "/api/v1/conversations/" + conversation + "/release", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private void takesOver(String user) {
        assertThat(agent.post(user, "/api/v1/conversations/" + conversation + "/takeover", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private ObjectNode quoting(String providerId, String text) {
        var message = json.createObjectNode().put("type", "text");
        message.putObject("text").put("body", text);
        message.putObject("context").put("id", providerId);
        return message;
    }

    private Agent.Answer opens(String user, Map<String, Object> opening) {
        return agent.post(user, "/api/v1/tickets", opening);
    }

    private boolean claim(String user, String ticket) {
        return cases.claim(user, cases.taskOf(ticket).getId());
    }

    private int answers(String user, String ticket, String text) {
        return agent.post(
                        user,
                        "/api/v1/conversations/" + conversation + "/messages",
                        Map.of("text", text, "case", ticket))
                .status();
    }

    private boolean told(String ticket) {
        return received(ticket);
    }

    private boolean received(String words) {
        return customer.received(phone).stream().anyMatch(text -> text.contains(words));
    }

    private JsonNode message(Predicate<JsonNode> which) {
        return agent.messages(conversation).stream().filter(which).findFirst().orElseThrow();
    }

    private String caseOf(String words) {
        return message(item -> item.path("text").asText().contains(words))
                .path("case")
                .asText();
    }

    private JsonNode conversation(String user) {
        return agent.get(user, "/api/v1/conversations/" + conversation).body();
    }

    private int status(String user) {
        return agent.get(user, "/api/v1/conversations/" + conversation).status();
    }

    private List<String> links(String ticket) {
        var items = agent.get("marta", "/api/v1/tickets/" + ticket + "/links")
                .body()
                .path("items");
        return items.findValuesAsText("number").stream()
                .map(number -> number + " " + why(items, number))
                .toList();
    }

    private static String why(JsonNode items, String number) {
        for (var item : items) {
            if (item.path("number").asText().equals(number)) {
                return item.path("why").asText();
            }
        }
        return "";
    }

    private String clock(String ticket, String metric) {
        for (var clock : agent.get("marta", "/api/v1/tickets/" + ticket).body().path("clocks")) {
            if (clock.path("metric").asText().equals(metric)) {
                return clock.path("state").asText();
            }
        }
        return "";
    }
}
