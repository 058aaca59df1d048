package app.novelo.channel;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the raw delivery to the stored message: once, in order, and nothing lost. */
@RunningNovelo
class InboxTest {

    private static final String BROKEN_FRIDGE = "minha geladeira não gela";

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
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ObjectMapper json;

    @Test
    void fiftyDeliveriesOfOneMessageAreOneMessageAndOneTicket() {
        var phone = customer.newPhone();
        var message = meta.text(phone, meta.newId(), BROKEN_FRIDGE);

        IntStream.range(0, 50).parallel().forEach(n -> meta.delivers(message));

        var ticket = cases.ticketOf(phone);
        untilTheInboxIsEmpty();
        assertThat(textsOf(phone)).containsExactly(BROKEN_FRIDGE);
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
    }

    @Test
    void oneMessageManyTimesInOneDeliveryIsOneMessage() {
        var phone = customer.newPhone();
        var message = meta.text(phone, meta.newId(), BROKEN_FRIDGE);

        meta.delivers(message, message, message);

        cases.ticketOf(phone);
        untilTheInboxIsEmpty();
        assertThat(textsOf(phone)).containsExactly(BROKEN_FRIDGE);
    }

    @Test
    void keepsTheOrderOfACustomerWhoWritesQuickly() {
        var phone = customer.newPhone();
        var texts = IntStream.rangeClosed(1, 30)
                .mapToObj(n -> n + ". minha geladeira não gela")
                .toList();

        texts.forEach(text -> customer.says(phone, text));

        eventually(() -> textsOf(phone).size() == 30);
        assertThat(textsOf(phone)).isEqualTo(texts);
        assertThat(cases.ticketOf(phone)).isNotNull();
        assertThat(cases.numbersOf(phone)).hasSize(1);
    }

    @Test
    void aCustomerWhoIsHeldUpHoldsUpNobodyElse() {
        var slow = customer.newPhone();
        customer.says(slow, BROKEN_FRIDGE);
        cases.ticketOf(slow);
        var conversation = cases.conversationOf(slow);
        var quick = customer.newPhone();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("select id from conversation.conversation where id = ? for update")
                    .param(UUID.fromString(conversation))
                    .query(UUID.class)
                    .single();
            customer.says(slow, "e agora pinga água");
            eventually(this::someoneWaitsForAConversation);
            customer.says(slow, "muita água"); // his lane is in a worker's hands
            customer.says(quick, BROKEN_FRIDGE);
            assertThat(cases.ticketOf(quick)).isNotNull();
            assertThat(textsOf(slow)).containsExactly(BROKEN_FRIDGE);
        });

        eventually(() -> textsOf(slow).equals(List.of(BROKEN_FRIDGE, "e agora pinga água", "muita água")));
    }

    private boolean someoneWaitsForAConversation() {
        return jdbc.sql(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like ? and datname = current_database()")
                        .param("%conversation.conversation%for update%")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void setsAsideWhatFailsFiveTimesGoesOnAndTriesAgainWhenAPersonSaysSo() {
        var phone = customer.newPhone();
        var mark = "veneno " + phone;
        givenTheDatabaseRefuses(mark, "conversation.message", "text");
        try {
            meta.delivers(
                    meta.text(phone, meta.newId(), "antes"),
                    meta.text(phone, meta.newId(), mark),
                    meta.text(phone, meta.newId(), BROKEN_FRIDGE));
            cases.ticketOf(phone);
            assertThat(textsOf(phone)).containsExactly("antes", BROKEN_FRIDGE);
        } finally {
            givenTheDatabaseTakesEverything("conversation.message");
        }
        var id = setAsideOf(phone);
        assertThat(agent.get("bruno", "/api/v1/inbox/set-aside").status()).isEqualTo(404);
        var listed = listed(id);
        assertThat(listed.path("canRetry").asBoolean()).isTrue();
        assertThat(listed.path("reason").asText()).isNotBlank();

        assertThat(agent.post("marta", "/api/v1/inbox/set-aside/" + id + "/retry", null)
                        .status())
                .isEqualTo(202);

        eventually(() -> textsOf(phone).contains(mark));
        assertThat(agent.post("marta", "/api/v1/inbox/set-aside/" + id + "/retry", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void forgetsWhatNeedsNobodyWhenAManagerSaysSo() {
        var phone = customer.newPhone();
        var nobody = meta.text(phone, meta.newId(), "de ninguém").put("timestamp", "ontem");
        meta.delivers(nobody);
        var id = setAsideOf(phone);
        var address = "/api/v1/inbox/set-aside/" + id;
        assertThat(agent.post("bruno", address + "/settle", null).status()).isEqualTo(404);
        assertThat(listed(id).path("id").asLong()).isEqualTo(id);

        assertThat(agent.post("marta", address + "/settle", null).status()).isEqualTo(204);

        assertThat(listed(id).path("id").asLong()).isNotEqualTo(id);
        assertThat(agent.post("marta", address + "/settle", null).status()).isEqualTo(404);
        assertThat(agent.post("marta", address + "/retry", null).status()).isEqualTo(404);
    }

    @Test
    void readsAWholeDeliveryAgainWhenAPersonSaysSo() {
        var phone = customer.newPhone();
        var mark = "veneno " + phone;
        long id;
        givenTheDatabaseRefuses(mark, "channel.element", "payload");
        try {
            meta.delivers(meta.text(phone, meta.newId(), BROKEN_FRIDGE), meta.text(phone, meta.newId(), mark));
            id = eventually(() -> wholeDeliverySetAside(mark));
        } finally {
            givenTheDatabaseTakesEverything("channel.element");
        }
        assertThat(listed(id).path("canRetry").asBoolean()).isTrue();

        assertThat(agent.post("marta", "/api/v1/inbox/set-aside/" + id + "/retry", null)
                        .status())
                .isEqualTo(202);

        cases.ticketOf(phone);
        eventually(() -> textsOf(phone).equals(List.of(BROKEN_FRIDGE, mark)));
        assertThat(cases.numbersOf(phone)).hasSize(1);
        assertThat(listed(id).path("id").asText()).isNotEqualTo(Long.toString(id));
    }

    @Test
    void setsAsideATimeThatIsNone() {
        var phones = Stream.of("amanhã", "-99999999999999999", "-9999999999999", "")
                .map(timestamp -> {
                    var phone = customer.newPhone();
                    meta.delivers(
                            meta.text(phone, meta.newId(), "ontem?").put("timestamp", timestamp),
                            meta.text(phone, meta.newId(), BROKEN_FRIDGE));
                    return phone;
                })
                .toList();

        for (var phone : phones) {
            cases.ticketOf(phone);
            assertThat(textsOf(phone)).containsExactly(BROKEN_FRIDGE);
            assertThat(setAsideOf(phone)).isPositive();
        }
    }

    @Test
    void keepsEveryCharacterThatCanBeKept() {
        var phone = customer.newPhone();
        var emoji = "👩🏽‍🔧".repeat(585); // 4,095 code points
        var arabic = "\u202eمرحبا بالعالم\u202c שלום";

        meta.delivers(
                meta.text(phone, meta.newId(), "a\0b"),
                meta.text(phone, meta.newId(), "\ud83d"),
                meta.text(phone, meta.newId(), emoji),
                meta.text(phone, meta.newId(), arabic),
                meta.text(phone, meta.newId(), "${7*7} #{x} {{protocol}} <b>"));

        eventually(() -> textsOf(phone).size() == 5);
        assertThat(textsOf(phone).get(0)).isEqualTo("a\ufffdb");
        assertThat(textsOf(phone).subList(2, 5)).containsExactly(emoji, arabic, "${7*7} #{x} {{protocol}} <b>");
        assertThat(cases.isTakenUp(phone)).isTrue();
    }

    @Test
    void knowsACustomerByUserIdAlone() {
        var user = "BR.1" + customer.newPhone();
        var first = meta.text("", meta.newId(), BROKEN_FRIDGE).put("from_user_id", user);
        var second = meta.text("", meta.newId(), "pinga água").put("from_user_id", user);
        Stream.of(first, second).forEach(message -> message.remove("from"));

        meta.delivers(first);
        var ticket = cases.ticketOf(user);
        meta.delivers(second);

        eventually(() -> textsOf(user).equals(List.of(BROKEN_FRIDGE, "pinga água")));
        assertThat(cases.numbersOf(user)).containsExactly(ticket);
        var shown = agent.get("marta", "/api/v1/conversations/" + cases.conversationOf(user))
                .body()
                .path("customer");
        assertThat(shown.path("userId").asText()).isEqualTo(user);
        assertThat(shown.path("phone").isNull()).isTrue();
    }

    @Test
    void knowsACustomerAgainWhoNowHidesHisNumber() {
        var phone = customer.newPhone();
        var user = "BR.2" + phone;
        meta.delivers(meta.text(phone, meta.newId(), BROKEN_FRIDGE).put("from_user_id", user));
        var ticket = cases.ticketOf(phone);
        var hidden = meta.text("", meta.newId(), "pinga água").put("from_user_id", user);
        hidden.remove("from");

        meta.delivers(hidden);

        eventually(() -> textsOf(phone).equals(List.of(BROKEN_FRIDGE, "pinga água")));
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
    }

    @ParameterizedTest
    @CsvSource({
        "55119%s, 5511%s, 9", // Brazil: mobiles have a ninth digit that WhatsApp may leave out
        "549%s, 54%s, 11", // Argentina
        "521%s, 52%s, 55" // Mexico
    })
    void variantsOfANumberAreOneCustomer(String one, String other, String start) {
        var digits = digits(start, one.startsWith("55") ? 8 : 10);

        meta.delivers(meta.text(one.formatted(digits), meta.newId(), BROKEN_FRIDGE));
        var ticket = cases.ticketOf(one.formatted(digits));
        meta.delivers(meta.text(other.formatted(digits), meta.newId(), "pinga água"));

        eventually(() -> textsOf(other.formatted(digits)).equals(List.of(BROKEN_FRIDGE, "pinga água")));
        assertThat(cases.numbersOf(other.formatted(digits))).containsExactly(ticket);
    }

    @Test
    void variantsThatArriveTogetherAreOneCustomer() {
        for (int round = 0; round < 10; round++) {
            var digits = digits("9", 8);

            Stream.of("55219" + digits, "5521" + digits)
                    .parallel()
                    .forEach(phone -> meta.delivers(meta.text(phone, meta.newId(), BROKEN_FRIDGE)));

            untilTheInboxIsEmpty();
            assertThat(jdbc.sql(
                                    "select count(*) from conversation.conversation c join conversation.message m on m.conversation = c.id where m.direction = 'IN' and c.customer in (select customer from customer.identity where key = ?)")
                            .param("55219" + digits)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    @Test
    void brazilianLandlinesAreNotTheMobilesThatLookLikeThem() {
        var digits = digits("3", 8);

        meta.delivers(meta.text("5531" + digits, meta.newId(), BROKEN_FRIDGE));
        meta.delivers(meta.text("55319" + digits, meta.newId(), BROKEN_FRIDGE));

        assertThat(cases.ticketOf("5531" + digits)).isNotEqualTo(cases.ticketOf("55319" + digits));
    }

    @Test
    void takesATimeThatIsANumberAndAMessageWithoutContacts() {
        var phone = customer.newPhone();
        var message = meta.text(phone, meta.newId(), BROKEN_FRIDGE).put("timestamp", 1_790_000_000L);

        meta.delivers(message);

        cases.ticketOf(phone);
        assertThat(messagesOf(phone).get(0).path("at").asText()).isEqualTo("2026-09-21T14:13:20Z");
    }

    /** Milliseconds, or nonsense: the message is shown, and the window is not open for centuries. */
    @ParameterizedTest
    @ValueSource(strings = {"1790000000000", "9999999999", "99999999999999"})
    void countsATimeFromTheFutureFromItsReceipt(String timestamp) {
        var phone = customer.newPhone();

        meta.delivers(meta.text(phone, meta.newId(), BROKEN_FRIDGE).put("timestamp", timestamp));

        cases.ticketOf(phone);
        assertThat(textsOf(phone)).containsExactly(BROKEN_FRIDGE);
        assertThat(Instant.parse(
                        conversationOf(phone).path("window").path("closesAt").asText()))
                .isBefore(clock.instant().plus(Duration.ofHours(24)));
    }

    @Test
    void learnsTheNameThatComesLater() {
        var user = "BR.3" + customer.newPhone();
        meta.delivers(from(user));
        cases.ticketOf(user);
        assertThat(nameOf(user)).isEqualTo("?");

        meta.taken(meta.delivery(meta.change("messages", List.of(from(user)), profile(user, "", "ana.lima"))));
        eventually(() -> nameOf(user).equals("@ana.lima"));
        meta.taken(meta.delivery(meta.change("messages", List.of(from(user)), profile(user, "Ana", "ana.lima"))));
        eventually(() -> nameOf(user).equals("Ana"));
    }

    /** He shows no number. */
    private ObjectNode from(String user) {
        var message = meta.text("", meta.newId(), BROKEN_FRIDGE).put("from_user_id", user);
        message.remove("from");
        return message;
    }

    private ObjectNode profile(String user, String name, String userName) {
        var contact = json.createObjectNode().put("user_id", user);
        contact.putObject("profile").put("name", name).put("username", userName);
        return contact;
    }

    private String nameOf(String identity) {
        return conversationOf(identity).path("customer").path("name").asText();
    }

    @Test
    void takesNobodyForAnotherBecauseNeitherHasANumber() {
        meta.delivers(meta.text("anonymous", meta.newId(), BROKEN_FRIDGE));
        meta.delivers(meta.text("hidden", meta.newId(), BROKEN_FRIDGE));

        assertThat(cases.ticketOf("anonymous")).isNotEqualTo(cases.ticketOf("hidden"));
    }

    @Test
    void cutsNoEmojiInHalf() {
        var phone = customer.newPhone();
        var name = "x".repeat(199);

        meta.taken(meta.delivery(meta.change(
                "messages",
                List.of(meta.text(phone, meta.newId(), BROKEN_FRIDGE)),
                meta.contact(phone, name + "😀 e mais"))));

        cases.ticketOf(phone);
        assertThat(nameOf(phone)).isEqualTo(name);
    }

    @Test
    void givesNobodyTheNameOrNumberOfAnother() {
        var ana = customer.newPhone();
        var bob = customer.newPhone();
        var change = meta.change(
                "messages",
                List.of(
                        meta.text(ana, meta.newId(), BROKEN_FRIDGE),
                        meta.text(bob, meta.newId(), "minha máquina de lavar não liga")),
                meta.contact(ana, "Ana"));

        meta.taken(meta.delivery(change));

        cases.ticketOf(ana);
        cases.ticketOf(bob);
        assertThat(textsOf(ana)).containsExactly(BROKEN_FRIDGE);
        assertThat(textsOf(bob)).containsExactly("minha máquina de lavar não liga");
        assertThat(conversationOf(ana).path("customer").path("name").asText()).isEqualTo("Ana");
        assertThat(conversationOf(bob).path("customer").path("name").asText()).isEqualTo("+" + bob);
    }

    private void untilTheInboxIsEmpty() {
        eventually(() -> jdbc.sql(
                                "select (select count(*) from channel.unsplit) + (select count(*) from channel.element) + (select count(*) from conversation.undriven)")
                        .query(Integer.class)
                        .single()
                == 0);
    }

    private JsonNode conversationOf(String phone) {
        return agent.get("marta", "/api/v1/conversations/" + cases.conversationOf(phone))
                .body();
    }

    private List<JsonNode> messagesOf(String phone) {
        return agent.messages(cases.conversationOf(phone));
    }

    private List<String> textsOf(String phone) {
        return messagesOf(phone).stream()
                .filter(message -> message.path("direction").asText().equals("IN"))
                .map(message -> message.path("text").asText())
                .toList();
    }

    private long setAsideOf(String phone) {
        return eventually(() -> jdbc.sql("select max(id) from channel.set_aside where payload like ?")
                .param("%\"" + phone + "\"%")
                .query(Long.class)
                .single());
    }

    private @Nullable Long wholeDeliverySetAside(String mark) {
        return jdbc.sql(
                        """
                        select s.id from channel.set_aside s join channel.delivery d on d.id = s.delivery
                        where s.payload = '' and position(convert_to(?, 'UTF8') in d.body) > 0""")
                .param(mark)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private JsonNode listed(long id) {
        return agent.get("marta", "/api/v1/inbox/set-aside?limit=1&after=" + (id - 1))
                .body()
                .path("items")
                .path(0);
    }

    private static String digits(String start, int length) {
        var random = Long.toString(Math.abs(UUID.randomUUID().getLeastSignificantBits()) + 10_000_000_000_000L);
        return start + random.substring(random.length() - length + start.length());
    }

    /** From now on no row of that table whose column holds the text. */
    private void givenTheDatabaseRefuses(String text, String table, String column) {
        jdbc.sql(
                        """
                        create or replace function channel.refuse_in_tests() returns trigger language plpgsql as $$
                        begin
                          if to_jsonb(new) ->> tg_argv[0] like '%' || tg_argv[1] || '%' then raise exception 'refused'; end if;
                          return new;
                        end $$""")
                .update();
        jdbc.sql(
                        "create trigger refuse_in_tests before insert on %s for each row execute function channel.refuse_in_tests('%s', '%s')"
                                .formatted(table, column, text))
                .update();
    }

    private void givenTheDatabaseTakesEverything(String table) {
        jdbc.sql("drop trigger if exists refuse_in_tests on " + table).update();
    }
}
