package app.novelo.channel.whatsapp;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Database;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for Meta, over HTTP. */
@RunningNovelo
class WhatsAppWebhookTest {

    private static final String NOTHING = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}";

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
    ObjectMapper json;

    @Value("${novelo.database.url}")
    String database;

    @Test
    void echoesTheChallengeAsPlainText() {
        var answer =
                meta.verifies("hub.mode=subscribe&hub.verify_token=" + Meta.VERIFY_TOKEN + "&hub.challenge=1158201444");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1158201444");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub.mode=subscribe&hub.verify_token=guessed&hub.challenge=1",
                "hub.mode=subscribe&hub.verify_token=&hub.challenge=1",
                "hub.mode=subscribe&hub.challenge=1",
                "hub.mode=unsubscribe&hub.verify_token=" + Meta.VERIFY_TOKEN + "&hub.challenge=1",
                ""
            })
    void refusesToVerifyWithoutTheToken(String query) {
        assertThat(meta.verifies(query).statusCode()).isEqualTo(403);
    }

    /** cloud-api §1.3: the second is Meta's own escaped form, 17 bytes; the third is UTF-8. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"object\":\"whatsapp_business_account\",\"entry\":[]}`,dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756",
                "`{\"t\":\"caf\\u00e9\"}`,4ea6a0b98c398d90012c91879a402e35f5fb380bf29a0730c5624a620e8be966",
                "`{\"t\":\"café\"}`,5dcbb394883ca594568caa1e388f7868c632a00efd8879cf0a6c9059f7d38208"
            })
    void readsTheSignatureOverTheBytesAsTheyCame(String body, String signature) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);

        assertThat(meta.posts("vectors", bytes, "sha256=" + signature).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("wrongSignatures")
    void refusesEverySignatureThatIsNotExact(String signature) {
        long before = deliveriesOf(bytes(NOTHING));

        var answer = meta.posts("", bytes(NOTHING), signature.isEmpty() ? null : signature);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("urn:novelo:problem:bad-signature");
        assertThat(deliveriesOf(bytes(NOTHING))).isEqualTo(before);
    }

    static Stream<String> wrongSignatures() {
        var right = Meta.signature(bytes(NOTHING), Meta.SECRET);
        return Stream.of(
                "",
                "sha256=",
                right.substring("sha256=".length()),
                right.substring(0, right.length() - 1),
                right + "0",
                "sha256=" + right.substring("sha256=".length()).toUpperCase(Locale.ROOT),
                right.replace("sha256", "SHA256"),
                right.replace("sha256", "sha1"),
                " " + right + " x",
                Meta.signature(bytes(NOTHING + " "), Meta.SECRET),
                Meta.signature(bytes(NOTHING), "guessed"),
                Meta.signature(bytes(NOTHING), Meta.SECRET + ", " + Meta.OLD_SECRET));
    }

    @Test
    void takesBothSecretsWhileOneIsBeingReplaced() {
        assertThat(meta.posts("", bytes(NOTHING), Meta.signature(bytes(NOTHING), Meta.SECRET))
                        .statusCode())
                .isEqualTo(200);
        assertThat(meta.posts("", bytes(NOTHING), Meta.signature(bytes(NOTHING), Meta.OLD_SECRET))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesEveryAppItsOwnSecret() {
        var signedByTheFirst = Meta.signature(bytes(NOTHING), Meta.SECRET);
        var signedByTheOther = Meta.signature(bytes(NOTHING), "test_app_secret");

        assertThat(meta.posts("vectors", bytes(NOTHING), signedByTheFirst).statusCode())
                .isEqualTo(401);
        assertThat(meta.posts("", bytes(NOTHING), signedByTheOther).statusCode())
                .isEqualTo(401);
        assertThat(meta.posts("nobody", bytes(NOTHING), signedByTheFirst).statusCode())
                .isEqualTo(401);
        assertThat(meta.posts("nobody", bytes(NOTHING), Meta.signature(bytes(NOTHING), "x"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesThreeMegabytesAndNotAByteMore() {
        var most = new byte[3 * 1024 * 1024];
        Arrays.fill(most, (byte) ' ');
        System.arraycopy(bytes(NOTHING), 0, most, 0, NOTHING.length());
        long before = deliveriesOf(most);

        assertThat(meta.posts(most).statusCode()).isEqualTo(200);
        assertThat(meta.posts(Arrays.copyOf(most, most.length + 1)).statusCode())
                .isEqualTo(413);
        assertThat(deliveriesOf(most)).isEqualTo(before + 1);
        assertThat(deliveriesOf(Arrays.copyOf(most, most.length + 1))).isZero();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void saysYesToWhatItCannotReadAndShowsIt(String body) {
        long last = lastSetAside();

        assertThat(meta.posts(body).statusCode()).isEqualTo(200);

        eventually(() -> lastSetAside() > last);
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                " ",
                "not JSON at all",
                "{\"object\":",
                "null",
                "42",
                "[]",
                "{}",
                "{\"object\":\"page\",\"entry\":\"x\"}",
                "{\"object\":\"page\",\"entry\":[{\"id\":\"1\"}]}",
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":" + "{\"a\":".repeat(10_000) + "1"
                        + "}".repeat(10_000) + "}]}]}",
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":" + "9".repeat(2_000)
                        + "}}]}]}");
    }

    @Test
    void keepsAndShowsFieldsThatNobodyHandlesYet() {
        var field = "field_" + System.nanoTime();
        var change = json.createObjectNode().put("field", field);
        change.putObject("value").put("event", "ONBOARDING");

        meta.taken(meta.delivery(change));

        var notice = eventually(() -> notice(field));
        assertThat(notice.path("payload").asText()).contains("ONBOARDING");
        assertThat(notice.path("at").asText()).isNotBlank();
        assertThat(agent.get("bruno", "/api/v1/inbox/notices").status()).isEqualTo(404);
    }

    @Test
    void keepsMessagesToANumberThatItDoesNotKnow() {
        var phone = customer.newPhone();
        var change = meta.change("messages", List.of(meta.text(phone, meta.newId(), "minha geladeira não gela")));
        ((ObjectNode) change.path("value").path("metadata")).put("phone_number_id", "1122334455");

        meta.taken(meta.delivery(change));

        eventually(() -> agent.get("marta", "/api/v1/inbox/set-aside?limit=200&after=" + (lastSetAside() - 50))
                .body()
                .toString()
                .contains("unknown line 1122334455"));
    }

    /** Every one of these is in the same delivery as an honest message. */
    @Test
    void neverLetsABadElementTakeItsSiblingsAlong() {
        var phone = customer.newPhone();
        var good = meta.text(phone, meta.newId(), "minha geladeira não gela");
        var noId = meta.text(phone, "", "x");
        var noSender = meta.text("", meta.newId(), "x");
        var nulId = meta.text(phone, "wamid.\0", "x");
        var nulSender = meta.text("55\0", meta.newId(), "x");
        var endlessSender = meta.text(random(9_000), meta.newId(), "x");
        var endlessId = meta.text(phone, random(9_000), "x");
        var nulLine = meta.change("messages", List.of(meta.text(phone, meta.newId(), "x")));
        ((ObjectNode) nulLine.path("value").path("metadata")).put("phone_number_id", "1\0");
        var nulField = json.createObjectNode().put("field", "\0");
        nulField.putObject("value").put("a\0", "\0\ud800");

        meta.taken(meta.delivery(
                json.createObjectNode().put("field", "nothing else"),
                nulField,
                nulLine,
                meta.change(
                        "messages",
                        List.of(
                                noId,
                                json.nullNode(),
                                json.createArrayNode(),
                                json.getNodeFactory().numberNode(1),
                                noSender,
                                nulId,
                                nulSender,
                                endlessSender,
                                endlessId,
                                good)),
                meta.change("statuses", List.of(meta.status("wamid.\0", "read"), json.nullNode()))));

        assertThat(cases.ticketOf(phone)).isNotNull();
    }

    @Test
    void digestsAHundredThousandEntries() {
        long last = lastSetAside();
        var entries = "{\"id\":\"1\"},".repeat(99_999) + "{\"id\":\"2\"}";

        assertThat(meta.posts("{\"object\":\"x\",\"entry\":[" + entries + "]}").statusCode())
                .isEqualTo(200);

        eventually(() -> lastSetAside() > last);
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        assertThat(cases.ticketOf(phone)).isNotNull();
    }

    @Test
    void digestsAHundredThousandChanges() {
        var changes = "{\"field\":\"a\"},".repeat(99_999) + "{\"field\":\"b\"}";
        long before = notices();

        assertThat(meta.posts("{\"object\":\"x\",\"entry\":[{\"changes\":[" + changes + "]}]}")
                        .statusCode())
                .isEqualTo(200);

        eventually(() -> notices() > before);
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        assertThat(cases.ticketOf(phone)).isNotNull();
    }

    @Test
    void asksMetaToComeAgainWhilePostgresIsAwayAndGoesOnByItself() {
        var phone = customer.newPhone();
        var body = meta.delivery(
                        meta.change("messages", List.of(meta.text(phone, meta.newId(), "minha geladeira não gela"))))
                .toString();
        Database.close(database);
        try {
            for (int attempt = 0; attempt < 2; attempt++) { // the first meets broken connections, the next none
                long start = System.nanoTime();
                assertThat(meta.posts(body).statusCode()).isEqualTo(503);
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as("Meta waits some 5 to 20 seconds")
                        .isLessThan(Duration.ofSeconds(20));
            }
        } finally {
            Database.open(database);
        }

        eventually(() -> meta.posts(body).statusCode() == 200);
        assertThat(cases.ticketOf(phone)).isNotNull();
        assertThat(cases.numbersOf(phone)).hasSize(1);
    }

    /** Of these very bytes: late webhooks of earlier tests may arrive at any moment. */
    private long deliveriesOf(byte[] body) {
        return jdbc.sql("select count(*) from channel.delivery where body = :body")
                .param("body", body)
                .query(Long.class)
                .single();
    }

    private long lastSetAside() {
        return jdbc.sql("select coalesce(max(id), 0) from channel.set_aside")
                .query(Long.class)
                .single();
    }

    private @Nullable JsonNode notice(String field) {
        var listed =
                agent.get("marta", "/api/v1/inbox/notices?limit=200").body().path("items");
        return StreamSupport.stream(listed.spliterator(), false)
                .filter(notice -> notice.path("field").asText().equals(field))
                .findFirst()
                .orElse(null);
    }

    private long notices() {
        return jdbc.sql("select count(*) from channel.notice").query(Long.class).single();
    }

    /** Not compressible: PostgreSQL packs a repeated letter small enough for any index. */
    private static String random(int length) {
        return new java.util.Random(length)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
