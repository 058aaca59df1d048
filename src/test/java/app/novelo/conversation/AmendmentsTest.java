package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reactions, edits and revocations: whatever the order, a message ends up as its customer left it. */
@RunningNovelo
class AmendmentsTest {

    private static final String BROKEN_FRIDGE = "minha geladeira não gela";
    private static final String BROKEN_OVEN = "meu forno não esquenta";

    @Autowired
    Meta meta;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Conversations conversations;

    @Autowired
    Clock clock;

    private String phone = "";
    private String target = "";
    private long now;

    @BeforeEach
    void someMessage() {
        phone = customer.newPhone();
        target = meta.newId();
        now = clock.instant().getEpochSecond() - 60;
    }

    @Test
    void aReactionHangsOnItsMessageAndTheLatestCounts() {
        meta.delivers(message());
        cases.ticketOf(phone);

        meta.delivers(reaction("❤️", 3), reaction("👍", 1));
        var again = reaction("😡", 2);
        meta.delivers(again, again);

        eventually(() -> rows("reaction") == 3);
        assertThat(inbound()).hasSize(1);
        assertThat(reactions()).containsExactly("❤️");
        assertThat(inbound().get(0).path("reactions").path(0).path("by").asText())
                .isEqualTo("CUSTOMER");
        meta.delivers(reaction("", 4));
        eventually(() -> reactions().isEmpty());
    }

    @Test
    void aReactionWithoutAnEmojiTakesItAway() {
        meta.delivers(message(), reaction("👍", 1));
        eventually(() -> reactions().equals(List.of("👍")));
        var removal = reaction("", 2);
        ((ObjectNode) removal.path("reaction")).remove("emoji");

        meta.delivers(removal);

        eventually(() -> reactions().isEmpty());
    }

    @Test
    void aReactionThatComesBeforeItsMessageHangsOnItLater() {
        meta.delivers(reaction("👍", 1));
        eventually(() -> inbound().get(0).path("kind").asText().equals("reaction"));

        meta.delivers(message());

        eventually(() -> reactions().equals(List.of("👍")));
        assertThat(inbound()).hasSize(1);
    }

    @Test
    void aReactionHangsOnOurMessage() {
        meta.delivers(message());
        cases.ticketOf(phone);
        var conversation = cases.conversationOf(phone);
        target = eventually(() -> agent.messages(conversation).stream()
                .filter(shown -> shown.path("direction").asText().equals("OUT"))
                .map(shown -> shown.path("providerId").textValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow());

        meta.delivers(reaction("👍", 5));

        eventually(() -> reactions().equals(List.of("👍")));
        assertThat(inbound()).hasSize(1);
        assertThat(conversations
                        .lastMessages(List.of(UUID.fromString(conversation)))
                        .values())
                .allMatch(last -> !last.kind().equals("reaction"));
    }

    @Test
    void anEditOfAHandledMessageReplacesItAndDrivesAgain() {
        meta.delivers(message());
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.handled(cases.conversationOf(phone)) == 1);

        meta.delivers(edit(BROKEN_OVEN, 10));

        eventually(() -> texts().equals(List.of(BROKEN_OVEN)));
        assertThat(inbound().get(0).path("editedAt").asText()).isNotEmpty();
        eventually(() -> unhandled() == 0);
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
        assertThat(cases.walked(ticket, "ticket")).contains("serviceTask_noteReply");
        assertThat(audited().path("versions").path(0).path("text").asText()).isEqualTo(BROKEN_FRIDGE);
    }

    @Test
    void anEditOfAnUnhandledMessageIsWhatIsUnderstood() {
        meta.delivers(text("xyz"), edit(BROKEN_OVEN, 5));

        var ticket = cases.ticketOf(phone);

        assertThat(texts()).containsExactly(BROKEN_OVEN);
        assertThat(cases.offered(cases.conversationOf(phone), "triage")).contains("support");
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
    }

    @Test
    void theNewestEditWinsInAnyOrderAndOnce() {
        var first = edit("primeiro", 1);
        var second = edit("segundo", 2);
        var third = edit("terceiro", 3);

        meta.delivers(second);
        meta.delivers(message(), third, first, second, third);

        eventually(() -> rows("edit") == 3 && texts().equals(List.of("terceiro")));
        var versions = audited().path("versions");
        assertThat(versions.findValuesAsText("text")).containsExactlyInAnyOrder(BROKEN_FRIDGE, "primeiro", "segundo");
    }

    @Test
    void anEditOfAMessageWhoseConversationIsOverStartsAnew() {
        meta.delivers(message());
        var ticket = cases.ticketOf(phone);
        var before = cases.conversationOf(phone);
        var task = eventually(() -> cases.taskOf(ticket)).getId();
        cases.claim("bruno", task);
        cases.closeForGood("bruno", task, "feito");
        eventually(() -> agent.get("marta", "/api/v1/conversations/" + before)
                .body()
                .path("state")
                .asText()
                .equals("RESOLVED"));

        meta.delivers(edit(BROKEN_OVEN, 30));

        eventually(() -> cases.numbersOf(phone).size() == 2);
        assertThat(agent.messages(before).get(0).path("text").asText()).isEqualTo(BROKEN_OVEN);
    }

    @Test
    void nobodyEditsOrRevokesTheMessageOfAnother() {
        meta.delivers(message());
        cases.ticketOf(phone);
        var stranger = customer.newPhone();

        meta.delivers(edit("fui eu", 5).put("from", stranger), revocation(6).put("from", stranger));

        assertThat(cases.isTakenUp(stranger)).isTrue();
        assertThat(texts()).containsExactly(BROKEN_FRIDGE);
        assertThat(inbound().get(0).path("revokedAt").isNull()).isTrue();
    }

    @Test
    void nobodyEditsWhatWeHaveSaid() {
        meta.delivers(message());
        cases.ticketOf(phone);
        cases.untilNothingIsOnItsWayTo(phone);
        var ours = agent.messages(cases.conversationOf(phone)).stream()
                .filter(shown -> shown.path("direction").asText().equals("OUT"))
                .findFirst()
                .orElseThrow();
        target = ours.path("providerId").asText();

        meta.delivers(edit("prometo um reembolso", 5));

        eventually(() -> texts().contains("prometo um reembolso"));
        assertThat(agent.message(cases.conversationOf(phone), ours.path("id").asText())
                        .path("text"))
                .isEqualTo(ours.path("text"));
    }

    @Test
    void whatIsTakenBackIsNotShownAnyMoreButToManagersForAudit() {
        meta.delivers(message());
        cases.ticketOf(phone);
        eventually(() -> cases.handled(cases.conversationOf(phone)) == 1);
        var conversation = cases.conversationOf(phone);

        var revocation = revocation(20);
        meta.delivers(revocation, revocation);

        eventually(() -> inbound().get(0).path("revokedAt").isTextual());
        var shown = inbound().get(0);
        assertThat(shown.path("text").isNull()).isTrue();
        assertThat(shown.path("content").isNull()).isTrue();
        assertThat(inbound()).hasSize(1);
        assertThat(conversations
                        .lastMessages(List.of(UUID.fromString(conversation)))
                        .toString())
                .doesNotContain(BROKEN_FRIDGE);
        assertThat(agent.get("marta", "/api/v1/conversations/" + conversation)
                        .body()
                        .path("awaitsAnswer")
                        .asBoolean())
                .as("nothing is left to be answered")
                .isFalse();
        assertThat(audited().path("text").asText()).isEqualTo(BROKEN_FRIDGE);
        var address = "/api/v1/conversations/" + conversation + "/messages/"
                + shown.path("id").asText();
        assertThat(agent.get("bruno", address + "?audit=true").status()).isEqualTo(404);
        assertThat(agent.get("marta", address).body().path("text").isNull()).isTrue();
    }

    @Test
    void whatWasTakenBackBeforeItCameReachesNobody() {
        meta.delivers(revocation(20));
        eventually(() -> rows("revoke") == 1);

        meta.delivers(message());

        eventually(() -> inbound().get(0).path("revokedAt").isTextual());
        assertThat(inbound()).hasSize(1);
        assertThat(unhandled()).isZero();
        assertThat(agent.get("marta", "/api/v1/conversations/" + cases.conversationOf(phone))
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("RESOLVED");
    }

    @Test
    void whatIsTakenBackAtOnceLeavesNoOpenConversation() {
        meta.delivers(text("xyz"), revocation(1));

        eventually(() -> inbound().get(0).path("revokedAt").isTextual());
        eventually(() -> unhandled() == 0);
        assertThat(conversations.unhandled(UUID.fromString(cases.conversationOf(phone))))
                .isEmpty();
        assertThat(agent.get("marta", "/api/v1/conversations/" + cases.conversationOf(phone))
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("RESOLVED");
    }

    @Test
    void screensAreToldToLookAtTheTargetAgain() {
        meta.delivers(message());
        cases.ticketOf(phone);
        var shown = inbound().get(0).path("id").asText();

        meta.delivers(reaction("👍", 1), edit(BROKEN_OVEN, 2), revocation(3));

        eventually(() -> jdbc.sql(
                                "select count(*) from platform.event where type = 'message.changed' and data ->> 'message' = ?")
                        .param(shown)
                        .query(Integer.class)
                        .single()
                == 3);
    }

    private ObjectNode message() {
        return text(BROKEN_FRIDGE);
    }

    private ObjectNode text(String body) {
        return meta.text(phone, target, body).put("timestamp", Long.toString(now));
    }

    private ObjectNode amendment(String type, int later) {
        return meta.message(phone, meta.newId(), type).put("timestamp", Long.toString(now + later));
    }

    private ObjectNode reaction(String emoji, int later) {
        var message = amendment("reaction", later);
        message.putObject("reaction").put("message_id", target).put("emoji", emoji);
        return message;
    }

    private ObjectNode edit(String body, int later) {
        var message = amendment("edit", later);
        var own = message.putObject("edit").put("original_message_id", target);
        own.putObject("message").put("type", "text").putObject("text").put("body", body);
        return message;
    }

    private ObjectNode revocation(int later) {
        var message = amendment("revoke", later);
        message.putObject("revoke").put("original_message_id", target);
        return message;
    }

    private List<JsonNode> inbound() {
        return agent.messages(cases.conversationOf(phone)).stream()
                .filter(message -> message.path("direction").asText().equals("IN"))
                .toList();
    }

    private List<String> texts() {
        return inbound().stream().map(message -> message.path("text").asText()).toList();
    }

    private List<String> reactions() {
        return agent.messages(cases.conversationOf(phone)).stream()
                .filter(message -> message.path("providerId").asText().equals(target))
                .flatMap(message -> message.path("reactions").findValuesAsText("emoji").stream())
                .toList();
    }

    private JsonNode audited() {
        var id = inbound().get(0).path("id").asText();
        return agent.get(
                        "marta",
                        "/api/v1/conversations/" + cases.conversationOf(phone) + "/messages/" + id + "?audit=true")
                .body();
    }

    private int rows(String kind) {
        return count("and kind = '" + kind + "'");
    }

    private int unhandled() {
        return count("and unhandled");
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from conversation.message where conversation = ?::uuid " + condition)
                .param(cases.conversationOf(phone))
                .query(Integer.class)
                .single();
    }
}
