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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each type of cloud-api §2.3 and §2.4, through the webhook to the API and to a person. */
@RunningNovelo
class InboundTypesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/app/novelo/channel/inbound");
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
    ObjectMapper json;

    static Stream<String> samples() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void showsEveryTypeAsItIs(String type) throws IOException {
        var sample = json.readTree(SAMPLES.resolve(type + ".json").toFile());
        var phone = customer.newPhone();

        meta.delivers(from(phone, (ObjectNode) sample.path("message")));

        var shown = eventually(() -> inbound(phone).get(0));
        assertHas(shown, sample.path("shows"), type);
        assertThat(rawOf(phone)).contains("\"from\":\"" + phone + "\"");
    }

    @Test
    void takesEveryTypeUp() throws IOException {
        var phones = new HashMap<String, String>();
        for (var type : samples().toList()) {
            var sample = json.readTree(SAMPLES.resolve(type + ".json").toFile());
            phones.put(type, customer.newPhone());
            meta.delivers(from(phones.get(type), (ObjectNode) sample.path("message")));
        }

        assertThat(phones)
                .allSatisfy((type, phone) ->
                        assertThat(cases.isTakenUp(phone)).as(type).isTrue());
    }

    /** Whatever stands in the place of an object: the kind is shown, the raw payload is kept, and siblings are untouched. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'text','text':'hi'}",
                "{'type':'text','text':[{'body':'x'}]}",
                "{'type':'text','text':{'body':{'a':1}}}",
                "{'type':'text'}",
                "{'type':'image','image':'7'}",
                "{'type':'image','image':{'id':{}}}",
                "{'type':'audio','audio':[]}",
                "{'type':'document','document':null}",
                "{'type':'sticker','sticker':7}",
                "{'type':'location','location':{'latitude':'north','longitude':1e999}}",
                "{'type':'location','location':{'latitude':91,'longitude':0}}",
                "{'type':'contacts','contacts':{'name':'x'}}",
                "{'type':'contacts','contacts':[7,null,[]]}",
                "{'type':'interactive'}",
                "{'type':'interactive','interactive':{'type':{'a':1}}}",
                "{'type':'interactive','interactive':{'type':'list_reply','list_reply':'x'}}",
                "{'type':'button','button':true}",
                "{'type':'reaction','reaction':{'message_id':7.5e400}}",
                "{'type':'reaction','reaction':'👍'}",
                "{'type':'order','order':[]}",
                "{'type':'edit','edit':{'original_message_id':null,'message':'x'}}",
                "{'type':'unsupported','unsupported':'x','errors':{'code':1}}",
                "{'type':['text'],'text':{'body':'x'}}",
                "{'type':'text','text':{},'context':'x','referral':[],'errors':[7,{'code':'x'}]}"
            })
    void showsWhatHasAnotherShapeAndLeavesItsSiblingsAlone(String shape) throws IOException {
        var phone = customer.newPhone();
        var other = customer.newPhone();
        var bad = (ObjectNode) json.readTree(shape.replace('\'', '"'));
        var kind = bad.path("type").isTextual() ? bad.path("type").asText() : "unknown";

        meta.delivers(
                meta.text(other, meta.newId(), BROKEN_FRIDGE),
                from(phone, bad),
                meta.text(phone, meta.newId(), BROKEN_FRIDGE));

        eventually(() -> inbound(other).size() == 1);
        eventually(() -> inbound(phone).size() == 2);
        assertThat(inbound(phone).get(0).path("kind").asText()).isEqualTo(kind);
        assertThat(inbound(phone).get(1).path("text").asText()).isEqualTo(BROKEN_FRIDGE);
    }

    /** Meta hands an album over as messages that know nothing of each other, in deliveries at the same time. */
    @Test
    void anAlbumIsAsManyMessagesAndOneTicket() {
        var phone = customer.newPhone();

        IntStream.range(0, 8).parallel().forEach(n -> {
            var picture = meta.message(phone, meta.newId(), "image");
            picture.putObject("image").put("id", "album-" + n).put("mime_type", "image/jpeg");
            meta.delivers(picture);
        });

        var ticket = cases.ticketOf(phone);
        eventually(() -> inbound(phone).size() == 8);
        eventually(() -> unhandled(cases.conversationOf(phone)) == 0);
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
    }

    @Test
    void keepsNumbersOfAnySizeInAnOrder() throws IOException {
        var phone = customer.newPhone();

        meta.delivers(
                from(
                        phone,
                        (ObjectNode)
                                json.readTree(
                                        """
                {"type":"order","order":{"product_items":[{"product_retailer_id":"a","quantity":1e999999,"item_price":"9e-99999"},
                  {"product_retailer_id":"b","quantity":"many"},7]}}""")));

        cases.ticketOf(phone);
        assertThat(inbound(phone).get(0).path("text").asText()).isEqualTo("a\nb");
    }

    @Test
    void keepsEveryCharacterInEveryPlace() throws IOException {
        var phone = customer.newPhone();
        var emoji = "👩🏽‍🔧".repeat(512);
        var bidi = "\u202eמרחבא\u202c";
        var card = json.createObjectNode();
        card.putObject("name").put("formatted_name", "a\0b " + emoji);
        card.putArray("phones").addObject().put("phone", "\ud83d");
        card.putObject("org").put("company", bidi);
        var contacts = json.createObjectNode().put("type", "contacts");
        contacts.putArray("contacts").add(card);
        var image = json.createObjectNode().put("type", "image");
        image.putObject("image").put("id", "1").put("caption", bidi + "\0").put("filename", "\0\u202egpj.exe");

        meta.delivers(from(phone, contacts), from(phone, image));

        cases.ticketOf(phone);
        eventually(() -> inbound(phone).size() == 2);
        var shown = inbound(phone).get(0).path("content").path("cards").path(0);
        assertThat(shown.path("name").asText()).isEqualTo("a\ufffdb " + emoji);
        assertThat(shown.path("organization").asText()).isEqualTo(bidi);
        assertThat(inbound(phone).get(1).path("text").asText()).isEqualTo(bidi + "\ufffd");
    }

    @Test
    void givesAMessageTheErrorsThatStandBesideIt() {
        var phone = customer.newPhone();
        var change = meta.change("messages", List.of(meta.message(phone, meta.newId(), "interactive")));
        ((ObjectNode) change.path("value"))
                .putArray("errors")
                .addObject()
                .put("code", 131000)
                .put("title", "Something went wrong");

        meta.taken(meta.delivery(change));

        cases.ticketOf(phone);
        assertThat(inbound(phone).get(0).path("errors").path(0).path("code").asInt())
                .isEqualTo(131000);
    }

    @Test
    void showsErrorsWithoutAMessageAsANotice() {
        var mark = meta.newId();
        var change = meta.change(
                "errors", List.of(json.createObjectNode().put("code", 130429).put("title", mark)));

        meta.taken(meta.delivery(change));

        eventually(() -> notices().contains(mark));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_preferences",
                "message_template_status_update",
                "message_template_quality_update",
                "message_template_components_update",
                "template_category_update",
                "phone_number_quality_update",
                "phone_number_name_update",
                "account_update",
                "account_alerts",
                "account_review_update",
                "account_settings_update",
                "business_capability_update",
                "security",
                "group_lifecycle_update",
                "group_participants_update",
                "group_settings_update",
                "group_status_update",
                "business_username_updates",
                "automatic_events",
                "partner_solutions",
                "payment_configuration_update",
                "flows",
                "messaging_handovers"
            })
    void keepsOtherFieldsAsNotices(String field) {
        var mark = meta.newId();
        var change = meta.change(field, List.of(json.createObjectNode().put("id", mark)));

        meta.taken(meta.delivery(change.put("field", field)));

        eventually(() -> notices().contains(mark));
    }

    @Test
    void keepsWhatWasSaidInAGroupOutOfTheCustomersOwnConversation() {
        var phone = customer.newPhone();
        var id = meta.newId();

        meta.delivers(
                meta.text(phone, id, "na turma").put("group_id", "g-1"), meta.text(phone, meta.newId(), BROKEN_FRIDGE));

        cases.ticketOf(phone);
        assertThat(inbound(phone)).hasSize(1);
        assertThat(eventually(() -> jdbc.sql("select reason from channel.set_aside where payload like ?")
                        .param("%" + id + "%")
                        .query(String.class)
                        .single()))
                .contains("group");
    }

    @Test
    void writesWhatTheChannelTellsOfACustomerIntoHisThreadAndBothersNobody() throws IOException {
        var phone = customer.newPhone();
        customer.says(phone, BROKEN_FRIDGE);
        cases.ticketOf(phone);
        var conversation = cases.conversationOf(phone);
        var before = agent.get("marta", "/api/v1/conversations/" + conversation).body();

        meta.delivers(from(phone, system("5511988887777")).put("timestamp", "2000000000"));

        var notice = eventually(() -> inbound(phone).get(1));
        assertHas(
                notice,
                json.readTree(
                        """
                        {"kind": "system", "text": "Ana changed her number",
                         "content": {"type": "system", "what": "user_changed_number", "phone": "5511988887777"}}"""),
                "system");
        var after = agent.get("marta", "/api/v1/conversations/" + conversation).body();
        assertThat(after.path("window")).isEqualTo(before.path("window"));
        assertThat(unhandled(conversation)).isZero();
    }

    /** He has no conversation: one is written down for it that is over, and no process starts. */
    @Test
    void noticesOfAStrangerStartNothing() {
        var phone = customer.newPhone();

        meta.delivers(from(phone, system("5511900000002")));

        var notice = eventually(() -> inbound(phone).get(0));
        assertThat(notice.path("kind").asText()).isEqualTo("system");
        var conversation = agent.get("marta", "/api/v1/conversations/" + cases.conversationOf(phone))
                .body();
        assertThat(conversation.path("state").asText()).isEqualTo("RESOLVED");
        assertThat(conversation.path("window").path("open").asBoolean()).isFalse();
        customer.says(phone, BROKEN_FRIDGE);
        cases.ticketOf(phone);
        assertThat(cases.instanceOf(conversation.path("id").asText(), "intake")).isNull();
    }

    @Test
    void remembersTheAdvertisementAndTheFreeDaysAfterTheFirstAnswer() throws IOException {
        var phone = customer.newPhone();
        var sample = json.readTree(SAMPLES.resolve("referral.json").toFile());
        meta.delivers(from(phone, (ObjectNode) sample.path("message")));
        cases.ticketOf(phone);
        var address = "/api/v1/conversations/" + cases.conversationOf(phone);
        assertThat(agent.get("marta", address)
                        .body()
                        .path("referral")
                        .path("clickId")
                        .asText())
                .isEqualTo("click-1");

        // the protocol's number is the first answer
        var until = eventually(() -> {
            var shown = agent.get("marta", address).body().path("freeEntryUntil");
            return shown.isTextual() ? shown.asText() : null;
        });

        agent.writes("marta", cases.conversationOf(phone), "Bom dia!");
        cases.untilNothingIsOnItsWayTo(phone);
        assertThat(agent.get("marta", address).body().path("freeEntryUntil").asText())
                .isEqualTo(until);
    }

    @Test
    void whoCameByNoAdvertisementHasNoFreeDays() {
        var phone = customer.newPhone();
        customer.says(phone, BROKEN_FRIDGE);
        cases.ticketOf(phone);
        cases.untilNothingIsOnItsWayTo(phone);

        var shown = agent.get("marta", "/api/v1/conversations/" + cases.conversationOf(phone))
                .body();

        assertThat(shown.path("freeEntryUntil").isNull()).isTrue();
        assertThat(shown.path("referral").isNull()).isTrue();
    }

    @Test
    void theNextMessageOpensAWindowThatTheChannelHadClosed() {
        var phone = customer.newPhone();
        customer.says(phone, BROKEN_FRIDGE);
        cases.ticketOf(phone);
        var conversation = cases.conversationOf(phone);
        jdbc.sql(
                        """
                        update conversation.service_window w set closed_at = w.last_inbound_at from conversation.conversation c
                        where c.id = ?::uuid and w.customer = c.customer and w.line = c.line""")
                .param(conversation)
                .update();
        assertThat(isOpen(conversation)).isFalse();
        assertThat(agent.writes("marta", conversation, "Bom dia!").problem()).isEqualTo("window-closed");

        meta.delivers(from(phone, system("5511900000003")));
        eventually(() -> inbound(phone).size() == 2);
        assertThat(isOpen(conversation)).isFalse();
        customer.says(phone, "e pinga água");

        eventually(() -> isOpen(conversation));
    }

    private boolean isOpen(String conversation) {
        return agent.get("marta", "/api/v1/conversations/" + conversation)
                .body()
                .path("window")
                .path("open")
                .asBoolean();
    }

    private ObjectNode system(String newNumber) {
        var message = json.createObjectNode().put("type", "system");
        message.putObject("system")
                .put("type", "user_changed_number")
                .put("body", "Ana changed her number")
                .put("wa_id", newNumber);
        return message;
    }

    private ObjectNode from(String phone, ObjectNode own) {
        var message = meta.message(phone, meta.newId(), "");
        message.remove("type");
        message.setAll(own);
        return message;
    }

    private int unhandled(String conversation) {
        return jdbc.sql("select count(*) from conversation.message where conversation = ?::uuid and unhandled")
                .param(conversation)
                .query(Integer.class)
                .single();
    }

    private String notices() {
        return agent.get("marta", "/api/v1/inbox/notices").body().toString();
    }

    private String rawOf(String phone) {
        return jdbc.sql(
                        "select payload from conversation.message where conversation = ?::uuid and direction = 'IN' order by at, seq limit 1")
                .param(cases.conversationOf(phone))
                .query(String.class)
                .single();
    }

    private List<JsonNode> inbound(String phone) {
        return agent.messages(cases.conversationOf(phone)).stream()
                .filter(message -> message.path("direction").asText().equals("IN"))
                .toList();
    }

    /** All that is expected is there; more may be. */
    private static void assertHas(JsonNode actual, JsonNode expected, String where) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(field ->
                            assertHas(actual.path(field.getKey()), field.getValue(), where + "." + field.getKey()));
        } else if (expected.isArray()) {
            assertThat(actual.size()).as(where).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertHas(actual.path(i), expected.path(i), where + "." + i);
            }
        } else {
            assertThat(actual.asText()).as(where).isEqualTo(expected.asText());
            assertThat(actual.getNodeType()).as(where).isEqualTo(expected.getNodeType());
        }
    }
}
