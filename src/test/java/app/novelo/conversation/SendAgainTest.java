package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Send again" really sends again, and never what may have arrived. */
@RunningNovelo
class SendAgainTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @AfterEach
    void noFaults() {
        customer.noFaults();
    }

    @Test
    void isANewMessageAndTheFailedOneStays() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var failed = givenAFailedMessage(phone, conversation);

        var again = again("bruno", conversation, failed, Map.of());

        assertThat(again.status()).isEqualTo(202);
        var id = again.body().path("id").asText();
        assertThat(id).isNotEqualTo(failed);
        assertThat(again.body().path("againOf").asText()).isEqualTo(failed);
        eventually(() -> message(conversation, id).path("status").asText().equals("DELIVERED"));
        assertThat(message(conversation, id).path("providerId").asText())
                .isNotEqualTo(message(conversation, failed).path("providerId").asText());
        assertThat(message(conversation, failed).path("status").asText()).isEqualTo("FAILED");
        assertThat(message(conversation, id).path("content"))
                .isEqualTo(message(conversation, failed).path("content"));
        assertThat(customer.sees(phone).stream()
                        .filter(seen -> seen.path("status").asText().equals("delivered")
                                && seen.path("message")
                                        .at("/interactive/action/buttons/0/reply/id")
                                        .asText()
                                        .equals("y")))
                .hasSize(1);
    }

    @Test
    void whomAnAnswerDidNotReachStillWaitsForOne() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var failed = givenAFailedMessage(phone, conversation);

        eventually(() -> awaitsAnswer(conversation));
        again("bruno", conversation, failed, Map.of());

        assertThat(awaitsAnswer(conversation)).isFalse();
    }

    private boolean awaitsAnswer(String conversation) {
        return agent.get("marta", "/api/v1/conversations/" + conversation)
                .body()
                .path("awaitsAnswer")
                .asBoolean();
    }

    @Test
    void happensOnceForOneKey() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var failed = givenAFailedMessage(phone, conversation);
        var key = Map.of("Idempotency-Key", "again-" + failed);

        var first = again("bruno", conversation, failed, key);
        var second = again("bruno", conversation, failed, key);

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
    }

    @Test
    void isRefusedForWhatHasNotFailed() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var sent = agent.writes("bruno", conversation, "oi").body().path("id").asText();
        eventually(() -> message(conversation, sent).path("status").asText().equals("DELIVERED"));
        var inbound = agent.messages(conversation).get(0).path("id").asText();

        var refused = again("bruno", conversation, sent, Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("cannot-repeat");
        assertThat(again("bruno", conversation, inbound, Map.of()).status()).isEqualTo(404);
        assertThat(again("bruno", conversation, UUID.randomUUID().toString(), Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void needsTheWordAndAnOpenWindowLikeAnyMessage() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var failed = givenAFailedMessage(phone, conversation);
        agent.post("marta", "/api/v1/conversations/" + conversation + "/takeover", null);

        assertThat(again("bruno", conversation, failed, Map.of()).problem()).isEqualTo("not-your-turn");

        agent.post("marta", "/api/v1/conversations/" + conversation + "/release", null);
        cases.aDayPassesFor(conversation);
        assertThat(again("bruno", conversation, failed, Map.of()).problem()).isEqualTo("window-closed");
    }

    @Test
    void repeatsWhatAProcessSaidInTheAgentsName() {
        var phone = customer.newPhone();
        customer.fault(phone, "error", 131026, 1);
        customer.says(phone, "minha geladeira não gela");
        eventually(() -> cases.conversationOf(phone));
        var conversation = cases.conversationOf(phone);
        var failed = eventually(() -> agent.messages(conversation).stream()
                .filter(message -> message.path("status").asText().equals("FAILED"))
                .findFirst()
                .orElseThrow());

        var again = again("marta", conversation, failed.path("id").asText(), Map.of());

        assertThat(again.status()).isEqualTo(202);
        assertThat(failed.path("author").path("type").asText()).isEqualTo("PROCESS");
        assertThat(again.body().path("author").path("id").asText()).isEqualTo("marta");
        eventually(() -> customer.received(phone).contains(failed.path("text").asText()));
    }

    @Test
    void isPossibleOnceAPersonHasFoundThatAMessageOfUnknownOutcomeWasNotSent() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.keepStatusesBack();
        customer.fault(phone, "cut", 0, 1);
        var id =
                agent.writes("bruno", conversation, "chegou?").body().path("id").asText();
        eventually(() -> message(conversation, id).path("status").asText().equals("UNKNOWN"));
        assertThat(unknown("marta")).contains(id);
        assertThat(again("bruno", conversation, id, Map.of()).status()).isEqualTo(409);

        var decided = agent.post(
                "bruno",
                "/api/v1/conversations/" + conversation + "/messages/" + id + "/outcome",
                Map.of("sent", false));

        assertThat(decided.status()).isEqualTo(204);
        assertThat(message(conversation, id).path("status").asText()).isEqualTo("FAILED");
        var again = again("bruno", conversation, id, Map.of());
        assertThat(again.status()).isEqualTo(202);
        eventually(() -> message(conversation, again.body().path("id").asText())
                .path("status")
                .asText()
                .equals("ACCEPTED"));
    }

    @Test
    void anUnknownOutcomeIsListedForWhoeverSeesItAlsoWhenItsTicketIsClosed() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.keepStatusesBack();
        customer.fault(phone, "cut", 0, 1);
        var id =
                agent.writes("bruno", conversation, "chegou?").body().path("id").asText();
        eventually(() -> message(conversation, id).path("status").asText().equals("UNKNOWN"));
        var ticket = cases.ticketOf(phone);
        var task = cases.taskOf(ticket).getId();
        cases.claim("bruno", task);
        cases.closeForGood("bruno", task, "ok");
        eventually(() -> cases.hasEnded(ticket, "ticket"));
        assertThat(agent.get("bruno", "/api/v1/work?view=all&conversation=" + conversation)
                        .body()
                        .path("items"))
                .isEmpty();

        assertThat(unknown("bruno")).contains(id);
        assertThat(unknown("marta")).contains(id);
        assertThat(unknown("ana")).as("of sales").doesNotContain(id);
        var decided = agent.post(
                "bruno",
                "/api/v1/conversations/" + conversation + "/messages/" + id + "/outcome",
                Map.of("sent", true));

        assertThat(decided.status()).isEqualTo(204);
        assertThat(unknown("bruno")).doesNotContain(id);
    }

    /** All pages, two messages each: other tests leave messages of unknown outcome behind. */
    private List<String> unknown(String user) {
        var all = new ArrayList<String>();
        var after = "";
        do {
            var page =
                    agent.get(user, "/api/v1/messages/unknown?limit=2" + after).body();
            all.addAll(page.path("items").findValuesAsText("id"));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());
        return all;
    }

    private String givenAConversation(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        return cases.conversationOf(phone);
    }

    /** Refused after it was accepted, so that it has an id of WhatsApp's too. */
    private String givenAFailedMessage(String phone, String conversation) {
        customer.fault(phone, "status-failed", 131026, 1);
        var buttons = Map.of("type", "buttons", "buttons", List.of(Map.of("id", "y", "title", "Sim")));
        var id = agent.post(
                        "bruno",
                        "/api/v1/conversations/" + conversation + "/messages",
                        Map.of("kind", "interactive", "text", "Pode ser?", "content", buttons))
                .body()
                .path("id")
                .asText();
        eventually(() -> message(conversation, id).path("status").asText().equals("FAILED"));
        return id;
    }

    private Agent.Answer again(String user, String conversation, String id, Map<String, String> headers) {
        return agent.post(user, "/api/v1/conversations/" + conversation + "/messages/" + id + "/again", null, headers);
    }

    private JsonNode message(String conversation, String id) {
        return agent.message(conversation, id);
    }
}
