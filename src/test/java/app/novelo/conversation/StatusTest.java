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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What Meta tells of a message that we sent, in whatever order it comes. */
@RunningNovelo
class StatusTest {

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
    PlatformTransactionManager transactions;

    /** A message that Meta has accepted. */
    private record Sent(String phone, String conversation, String id, String providerId) {}

    @BeforeEach
    void theTestSpeaksForMeta() {
        customer.keepStatusesBack();
    }

    @AfterEach
    void metaSpeaksForItself() {
        customer.noFaults();
    }

    @Test
    void movesFromSentToRead() {
        var sent = givenAnAcceptedMessage();

        for (var status : List.of("sent", "delivered", "read", "played")) {
            meta.reports(meta.status(sent.providerId, status).put("timestamp", "1790000000"));
            eventually(() -> statusOf(sent).equalsIgnoreCase(status));
        }

        assertThat(shown(sent).path("statusAt").asText()).isEqualTo("2026-09-21T14:13:20Z");
        assertThat(shown(sent).path("errors")).isEmpty();
    }

    @Test
    void neverGoesBack() {
        var sent = givenAnAcceptedMessage();

        meta.reports(meta.status(sent.providerId, "read"));
        eventually(() -> statusOf(sent).equals("READ"));
        Stream.of("delivered", "sent", "sent", "delivered", "read")
                .forEach(status -> meta.reports(meta.status(sent.providerId, status)));
        meta.reports(meta.status(sent.providerId, "delivered"), meta.status(sent.providerId, "sent"));

        untilAllAreApplied();
        assertThat(statusOf(sent)).isEqualTo("READ");
    }

    @Test
    void endsAtTheHighestWhateverTheOrder() {
        var sent = givenAnAcceptedMessage();
        var all = new ArrayList<ObjectNode>();
        for (int i = 0; i < 10; i++) {
            Stream.of("sent", "delivered", "read").forEach(status -> all.add(meta.status(sent.providerId, status)));
        }
        Collections.shuffle(all, new Random(7));

        all.parallelStream().forEach(meta::reports);

        untilAllAreApplied();
        assertThat(statusOf(sent)).isEqualTo("READ");
    }

    @ParameterizedTest
    @CsvSource({
        "131047, Re-engagement message, More than 24 hours have passed",
        "131026, Message undeliverable, Message Undeliverable.",
        "131049, Healthy ecosystem, Not delivered to maintain healthy engagement",
        "131053, Media upload error, Unsupported Audio mime type"
    })
    void showsMetasReasonWhenAMessageFailsAfterItWasSent(int code, String title, String details) {
        var sent = givenAnAcceptedMessage();
        meta.reports(meta.status(sent.providerId, "sent"));
        eventually(() -> statusOf(sent).equals("SENT"));

        meta.reports(meta.failed(sent.providerId, code, title, details));

        eventually(() -> statusOf(sent).equals("FAILED"));
        var error = shown(sent).path("errors").path(0);
        assertThat(error.path("code").asInt()).isEqualTo(code);
        assertThat(error.path("title").asText()).isEqualTo(title);
        assertThat(error.path("details").asText()).isEqualTo(details);
    }

    @Test
    void aLateSentDoesNotResurrectAFailedMessage() {
        var sent = givenAnAcceptedMessage();
        meta.reports(meta.failed(sent.providerId, 131026, "Message undeliverable", "…"));
        eventually(() -> statusOf(sent).equals("FAILED"));

        meta.reports(meta.status(sent.providerId, "sent"));

        untilAllAreApplied();
        assertThat(statusOf(sent)).isEqualTo("FAILED");
        assertThat(shown(sent).path("errors")).hasSize(1);
    }

    @Test
    void believesADeliveryAfterAFailure() {
        var sent = givenAnAcceptedMessage();
        meta.reports(meta.failed(sent.providerId, 131026, "Message undeliverable", "…"));
        eventually(() -> statusOf(sent).equals("FAILED"));

        meta.reports(meta.status(sent.providerId, "delivered"));

        eventually(() -> statusOf(sent).equals("DELIVERED"));
        assertThat(shown(sent).path("errors")).isEmpty();
    }

    /** Meta is quicker than our own bookkeeping: the row is held while the answer to our call waits to be stored. */
    @Test
    void parksWhatComesBeforeTheMessageIsKnown() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, "slow", 0, 1);
        var id =
                agent.writes("bruno", conversation, "chegou?").body().path("id").asText();
        eventually(() -> isOnItsWay(id));

        var providerId = new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("select 1 from conversation.outgoing where message = ?::uuid for update")
                    .param(id)
                    .query(Integer.class)
                    .single();
            var accepted = eventually(() -> onThePhone(phone, "chegou?"));
            meta.reports(meta.status(accepted, "delivered"), meta.status(accepted, "sent"));
            eventually(() -> parked(accepted) == 2);
            assertThat(agent.message(conversation, id).path("status").asText()).isEqualTo("QUEUED");
            return accepted;
        });

        eventually(() -> agent.message(conversation, id).path("status").asText().equals("DELIVERED"));
        assertThat(agent.message(conversation, id).path("providerId").asText()).isEqualTo(providerId);
        assertThat(parked(providerId)).isZero();
    }

    /** The answer to our call is stored but not committed: neither sees the other, and both would go on without it. */
    @Test
    void losesNoneThatComesWhileTheAnswerToOurCallIsBeingStored() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, "slow", 0, 1);
        var id =
                agent.writes("bruno", conversation, "chegou?").body().path("id").asText();
        eventually(() -> isOnItsWay(id));

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            var accepted = holdTheAnswerBack(phone);
            meta.reports(meta.status(accepted, "delivered"));
            eventually(() -> parked(accepted) == 1 || waiting("'early status '") > 0);
        });

        eventually(() -> agent.message(conversation, id).path("status").asText().equals("DELIVERED"));
        assertThat(parked(agent.message(conversation, id).path("providerId").asText()))
                .isZero();
    }

    /** The last thing that a stored answer does is to end the pause of its line. */
    private String holdTheAnswerBack(String phone) {
        var other = new TransactionTemplate(transactions);
        other.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        other.executeWithoutResult(status -> jdbc.sql(
                        "update conversation.line_lease set paused_why = 'a test', paused_since = now() - interval '1 hour'")
                .update());
        jdbc.sql("select 1 from conversation.line_lease for update")
                .query(Integer.class)
                .list();
        var accepted = eventually(() -> onThePhone(phone, "chegou?"));
        eventually(() -> waiting("set paused_until = null") > 0); // another test's message may wait beside it
        return accepted;
    }

    /** @return how many wait for a lock with such a statement */
    private int waiting(String statement) {
        return jdbc.sql(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like ? and datname = current_database()")
                .param("%" + statement + "%")
                .query(Integer.class)
                .single();
    }

    @Test
    void keepsThePriceThatCameFirst() {
        var sent = givenAnAcceptedMessage();
        meta.reports(meta.status(sent.providerId, "sent"));
        var delivered = meta.status(sent.providerId, "delivered");
        delivered.putObject("pricing").put("pricing_model", "PMP").put("category", "utility");
        meta.reports(delivered);
        eventually(() -> statusOf(sent).equals("DELIVERED"));

        var read = meta.status(sent.providerId, "read");
        read.putObject("pricing").put("pricing_model", "PMP").put("category", "marketing");
        meta.reports(read);

        eventually(() -> statusOf(sent).equals("READ"));
        assertThat(pricing(sent)).contains("utility");
    }

    @Test
    void takesAPriceFromAStatusThatComesLate() {
        var sent = givenAnAcceptedMessage();
        meta.reports(meta.status(sent.providerId, "read"));
        eventually(() -> statusOf(sent).equals("READ"));
        var late = meta.status(sent.providerId, "sent");
        late.putObject("pricing").put("category", "service");

        meta.reports(late);

        eventually(() -> pricing(sent).contains("service"));
        assertThat(statusOf(sent)).isEqualTo("READ");
    }

    @Test
    void isNotDisturbedByStatusesOfStrangersOrOfAnUnknownKind() {
        var sent = givenAnAcceptedMessage();
        var inbound = agent.messages(sent.conversation).get(0);

        meta.reports(
                meta.status(meta.newId(), "read"),
                meta.status(meta.newId(), "delivered").put("biz_opaque_callback_data", "campaign 7"),
                meta.status(meta.newId(), "sent")
                        .put("biz_opaque_callback_data", UUID.randomUUID().toString()),
                meta.status(sent.providerId, "warped"),
                meta.status(inbound.path("providerId").asText(), "failed"),
                meta.status("wacid.1", "RINGING").put("type", "call"),
                meta.status(sent.providerId, "delivered"));

        eventually(() -> statusOf(sent).equals("DELIVERED"));
        assertThat(agent.message(sent.conversation, inbound.path("id").asText())
                        .path("status")
                        .asText())
                .isEqualTo("RECEIVED");
    }

    @Test
    void isNotDisturbedByContactsWithoutAProfileNorByTheKeysOfGroups() {
        var sent = givenAnAcceptedMessage();
        var status = meta.status(sent.providerId, "read")
                .put("recipient_user_id", "BR.1")
                .put("recipient_parent_user_id", "BR.ENT.1")
                .put("recipient_type", "group")
                .put("recipient_participant_id", "5511900000000");
        status.putObject("conversation").put("id", "1").putObject("origin").put("type", "of tomorrow");
        var contact = status.objectNode().put("wa_id", sent.phone);

        meta.taken(meta.delivery(meta.change("statuses", List.of(status), contact)));

        eventually(() -> statusOf(sent).equals("READ"));
    }

    @Test
    void showsTheFailureOfAMessageThatFailsBeforeItsAnswerIsStored() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, "slow", 0, 1);
        var id =
                agent.writes("bruno", conversation, "chegou?").body().path("id").asText();
        var accepted = eventually(() -> onThePhone(phone, "chegou?"));

        meta.reports(meta.failed(accepted, 131026, "Message undeliverable", "…"));

        eventually(() -> agent.message(conversation, id).path("status").asText().equals("FAILED"));
        assertThat(agent.message(conversation, id).at("/errors/0/code").asInt()).isEqualTo(131026);
    }

    @Test
    void aStatusThatCannotBeStoredHoldsUpNone() {
        var sent = givenAnAcceptedMessage();
        var other = givenAnAcceptedMessage();

        meta.reports(
                meta.failed(other.providerId, 131000, "a\0b", "\0"),
                meta.status(other.providerId, "read").put("timestamp", "9999999999999999"),
                meta.status(sent.providerId, "read"));

        eventually(() -> statusOf(sent).equals("READ"));
        untilAllAreApplied();
        assertThat(jdbc.sql("select count(*) from channel.set_aside where payload like ?")
                        .param("%" + other.providerId + "%")
                        .query(Integer.class)
                        .single())
                .isPositive();
        meta.reports(meta.status(other.providerId, "delivered"));
        eventually(() -> !statusOf(other).equals("ACCEPTED"));
    }

    @Test
    void appliesAWholeSetAtOnce() {
        var sent = IntStream.range(0, 3)
                .mapToObj(n -> givenAcceptedMessages(20))
                .flatMap(List::stream)
                .toList();

        meta.reports(sent.stream()
                .map(message -> meta.status(message.providerId, "delivered"))
                .toArray(ObjectNode[]::new));

        eventually(() -> sent.stream().allMatch(message -> statusOf(message).equals("DELIVERED")));
    }

    private Sent givenAnAcceptedMessage() {
        return givenAcceptedMessages(1).get(0);
    }

    private List<Sent> givenAcceptedMessages(int count) {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var ids = IntStream.range(0, count)
                .mapToObj(n -> agent.writes("bruno", conversation, "mensagem " + n)
                        .body()
                        .path("id")
                        .asText())
                .toList();
        return ids.stream()
                .map(id -> eventually(() -> accepted(phone, conversation, id)))
                .toList();
    }

    private Sent accepted(String phone, String conversation, String id) {
        var message = agent.message(conversation, id);
        assertThat(message.path("status").asText()).isEqualTo("ACCEPTED");
        return new Sent(phone, conversation, id, message.path("providerId").asText());
    }

    private String givenAConversation(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1); // else the protocol meets the fault of the test
        return cases.conversationOf(phone);
    }

    private JsonNode shown(Sent sent) {
        return agent.message(sent.conversation, sent.id);
    }

    private String statusOf(Sent sent) {
        return shown(sent).path("status").asText();
    }

    private String pricing(Sent sent) {
        return jdbc.sql("select coalesce(pricing::text, '') from conversation.message where id = ?::uuid")
                .param(sent.id)
                .query(String.class)
                .single();
    }

    private boolean isOnItsWay(String id) {
        return jdbc.sql("select state = 'SENDING' from conversation.outgoing where message = ?::uuid")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private String onThePhone(String phone, String text) {
        return customer.sees(phone).stream()
                .filter(message -> message.path("text").asText().equals(text))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private int parked(String providerId) {
        return jdbc.sql("select count(*) from conversation.early_status where provider_id = ?")
                .param(providerId)
                .query(Integer.class)
                .single();
    }

    private void untilAllAreApplied() {
        eventually(
                () -> jdbc.sql("select (select count(*) from channel.unsplit) + (select count(*) from channel.status)")
                                .query(Integer.class)
                                .single()
                        == 0);
    }
}
