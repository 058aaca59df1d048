package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customer sees that he was read when somebody has read him, and that somebody writes while somebody writes. */
@RunningNovelo
class ReadReceiptTest {

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

    @Test
    void marksAllUpToTheMessageThatWasReadAndNothingAfterIt() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.says(phone, "segunda");
        eventually(() -> inbound(conversation).size() == 2);
        customer.says(phone, "terceira");
        eventually(() -> inbound(conversation).size() == 3);
        assertThat(ticks(phone)).doesNotContain("read");

        var answer = read("bruno", conversation, inbound(conversation).get(1));

        assertThat(answer.status()).isEqualTo(204);
        eventually(() -> ticks(phone).subList(0, 2).equals(List.of("read", "read")));
        assertThat(ticks(phone).get(2)).isNotEqualTo("read");
        eventually(() -> receipts(conversation) == 0);
    }

    @Test
    void tellsItOnce() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var first = inbound(conversation).get(0);
        read("bruno", conversation, first);
        eventually(() -> ticks(phone).get(0).equals("read") && receipts(conversation) == 0);

        read("bruno", conversation, first);
        read(
                "marta",
                conversation,
                agent.messages(conversation).get(1).path("id").asText());

        assertThat(receipts(conversation)).as("nothing is queued anew").isZero();
    }

    @Test
    void isForThoseWhoSeeTheConversationAndForItsMessagesOnly() {
        var conversation = givenAConversation(customer.newPhone());
        var other = givenAConversation(customer.newPhone());

        assertThat(read("bruno", conversation, inbound(other).get(0)).status()).isEqualTo(404);
        assertThat(read("bruno", UUID.randomUUID().toString(), inbound(other).get(0))
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("bruno", path(conversation, "read"), Map.of()).status())
                .isEqualTo(400);
        assertThat(agent.post("bruno", path(conversation, "read"), Map.of("upTo", "x"))
                        .status())
                .isEqualTo(400);
    }

    /** Meta knows nothing of this message: what it refuses for good is not asked for ever. */
    @Test
    void dropsWhatIsRefusedAndSendsNeverthelessWhatFollows() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        meta.delivers(meta.text(phone, meta.newId(), "de outro telefone"));
        eventually(() -> inbound(conversation).size() == 2);

        read("bruno", conversation, inbound(conversation).get(1));

        eventually(() -> receipts(conversation) == 0);
        assertThat(ticks(phone).get(0)).isNotEqualTo("read");
        customer.says(phone, "e agora");
        eventually(() -> inbound(conversation).size() == 3);
        read("bruno", conversation, inbound(conversation).get(2));
        eventually(() -> ticks(phone).get(1).equals("read"));
    }

    @Test
    void typingImpliesThatTheAgentHasReadAndNeedsTheWord() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);

        assertThat(agent.post("bruno", path(conversation, "typing"), null).status())
                .isEqualTo(204);
        assertThat(readUpTo(conversation)).as("bruno has not got the word").isFalse();

        agent.post("bruno", path(conversation, "takeover"), null);
        assertThat(agent.post("bruno", path(conversation, "typing"), null).status())
                .isEqualTo(204);
        eventually(() -> ticks(phone).get(0).equals("read"));
        assertThat(readUpTo(conversation)).isTrue();
    }

    private String givenAConversation(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        return cases.conversationOf(phone);
    }

    private Agent.Answer read(String user, String conversation, String message) {
        return agent.post(user, path(conversation, "read"), Map.of("upTo", message));
    }

    private static String path(String conversation, String what) {
        return "/api/v1/conversations/" + conversation + "/" + what;
    }

    private List<String> inbound(String conversation) {
        return agent.messages(conversation).stream()
                .filter(message -> message.path("direction").asText().equals("IN"))
                .map(message -> message.path("id").asText())
                .toList();
    }

    /** @return what the customer sees below each of his messages */
    private List<String> ticks(String phone) {
        return customer.sees(phone).stream()
                .filter(message -> message.path("direction").asText().equals("IN"))
                .map(message -> message.path("status").asText())
                .toList();
    }

    private int receipts(String conversation) {
        return jdbc.sql("select count(*) from conversation.receipt where conversation = ?::uuid")
                .param(conversation)
                .query(Integer.class)
                .single();
    }

    private boolean readUpTo(String conversation) {
        return jdbc.sql("select read_at is not null from conversation.conversation where id = ?::uuid")
                .param(conversation)
                .query(Boolean.class)
                .single();
    }
}
