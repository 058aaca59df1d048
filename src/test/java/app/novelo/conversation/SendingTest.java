package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever an agent may send arrives on the phone as WhatsApp's own kind of message; what may not be sent is named. */
@RunningNovelo
class SendingTest {

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
    ObjectMapper json;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'kind':'text','text':'veja https://example.org','preview':true} | text | text/preview_url | true
            {'text':'oi'} | text | text/preview_url | false
            {'kind':'location','content':{'latitude':-23.5,'longitude':-46.6,'name':'Loja','address':'Rua A'}} | location | location/name | Loja
            {'kind':'contacts','content':{'cards':[{'name':'Ana Lima','firstName':'Ana','phones':[{'number':'+55 11 9'}]}]}} | contacts | contacts/0/phones/0/phone | +55 11 9
            {'kind':'interactive','text':'Terça?','content':{'type':'buttons','buttons':[{'id':'y','title':'Sim'}]}} | interactive | interactive/action/buttons/0/reply/title | Sim
            {'kind':'interactive','text':'Hora?','content':{'type':'menu','button':'Ver','sections':[{'rows':[{'id':'a','title':'9h'}]}]}} | interactive | interactive/action/sections/0/rows/0/title | 9h
            {'kind':'interactive','text':'Veja','content':{'type':'link','button':'Abrir','url':'https://example.org'}} | interactive | interactive/action/parameters/url | https://example.org
            {'kind':'interactive','text':'Onde?','content':{'type':'location_request'}} | interactive | interactive/action/name | send_location
            {'kind':'interactive','text':'Número?','content':{'type':'contact_request'}} | interactive | interactive/type | request_contact_info
            """)
    void arrivesOnThePhone(String body, String kind, String pointer, String value) {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);

        var posted = posts(conversation, body);

        assertThat(posted.status()).as(posted.body().toString()).isEqualTo(202);
        assertThat(posted.body().path("kind").asText()).isEqualTo(kind);
        var arrived = eventually(() -> last(phone));
        assertThat(arrived.path("type").asText()).isEqualTo(kind);
        assertThat(arrived.path("message").at("/" + pointer).asText()).isEqualTo(value);
        var id = posted.body().path("id").asText();
        eventually(() -> agent.message(conversation, id).path("status").asText().equals("DELIVERED"));
        assertThat(agent.message(conversation, id).path("content").path("type").asText())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'kind':'location','content':{'latitude':-23.5,'longitude':-46.6,'name':'Loja','address':'Rua A'}} | Loja Rua A
            {'kind':'contacts','content':{'cards':[{'name':'Ana Lima','firstName':'Ana','phones':[{'number':'+55 11 9'}]}]}} | Ana Lima +55 11 9
            """)
    void canBeReadWhereItHasNoWordsOfItsOwn(String body, String readable) {
        var conversation = givenAConversation(customer.newPhone());

        var posted = posts(conversation, body);

        assertThat(posted.body().path("text").asText().replace('\n', ' ')).isEqualTo(readable);
    }

    @Test
    void quotesWhatItAnswers() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var quoted = agent.messages(conversation).get(0).path("providerId").asText();

        posts(conversation, "{'text':'isto','replyTo':'%s'}".formatted(quoted));

        eventually(() -> last(phone).path("message").at("/context/id").asText().equals(quoted));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'kind':'ballad'} | kind
            {'kind':'location'} | content
            {'kind':'location','content':{'longitude':1}} | content.latitude
            {'kind':'location','content':{'latitude':91,'longitude':1}} | content.latitude
            {'kind':'location','content':{'latitude':'a','longitude':1}} | content.latitude
            {'kind':'contacts','content':{'cards':7}} | content
            {'kind':'interactive','text':'a','content':{}} | content.type
            {'kind':'interactive','text':'a','content':{'type':'order'}} | content
            {'kind':'interactive','text':'a','content':{'type':'text','preview':true}} | content.type
            {'kind':'interactive','text':'a','content':{'type':'flow','flow_id':'55'}} | content
            {'kind':'interactive','text':'a','content':{'type':'carousel','cards':[]}} | content
            {'kind':'interactive','text':'a','content':{'type':'product_list'}} | content
            {'kind':'interactive','text':'a','content':{'type':'voice_call'}} | content
            {'kind':'interactive','text':'a','content':{'type':'buttons','buttons':[{'id':'a','title':'A'},{'id':'b','title':'xxxxxxxxxxxxxxxxxxxxx'}]}} | content.buttons[1].title
            {'kind':'interactive','text':'a','content':{'type':'buttons','header':'Título','buttons':[{'id':'a','title':'A'}]}} | content.header
            {'kind':'interactive','text':'a','content':{'type':'buttons','header':{},'buttons':[{'id':'a','title':'A'}]}} | content.header
            {'kind':'interactive','text':'a','content':{'type':'buttons','header':{'media':'x'},'buttons':[{'id':'a','title':'A'}]}} | content.header.media
            {'kind':'interactive','text':'a','content':{'type':'buttons','header':{'media':7},'buttons':[{'id':'a','title':'A'}]}} | content.header.media
            {'kind':'interactive','text':'a','content':{'type':'link','header':{'media':'00000000-0000-0000-0000-000000000007'},'button':'B','url':'https://example.org'}} | content.header.media
            {'kind':'image','media':'x'} | media
            {'kind':'image','text':'sem arquivo'} | media
            {'kind':'reaction','content':{'emoji':'👍'}} | content.target
            {'kind':'reaction','content':{'target':'wamid.strange','emoji':'👍'}} | content.target
            """)
    void refusesWithTheFieldsName(String body, String field) {
        var conversation = givenAConversation(customer.newPhone());

        var refused = posts(conversation, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("bad-request");
        assertThat(refused.body().path("field").asText()).isEqualTo(field);
        assertThat(agent.messages(conversation)).hasSize(2);
        assertThat(agent.get("marta", "/api/v1/conversations/" + conversation)
                        .body()
                        .path("speaker")
                        .asText())
                .as("nobody has taken the word by it")
                .isNotEqualTo("AGENT");
    }

    @Test
    void aReactionIsNoAnswer() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.says(phone, "e agora?");
        eventually(() -> conversation(conversation).path("awaitsAnswer").asBoolean());
        var target = lastInbound(conversation);
        var before = conversation(conversation).path("lastMessageAt").asText();

        var reaction = reacts(conversation, target, "👍");

        assertThat(reaction.status()).isEqualTo(202);
        eventually(() -> stored(reaction, "status").equals("SENT")); // of reactions WhatsApp tells no more
        assertThat(reactionsTo(conversation, target)).contains("👍");
        assertThat(last(phone).path("message").at("/reaction/emoji").asText()).isEqualTo("👍");
        assertThat(conversation(conversation).path("awaitsAnswer").asBoolean()).isTrue();
        assertThat(conversation(conversation).path("lastMessageAt").asText()).isEqualTo(before);
        assertThat(clocksThatRun(conversation)).contains("firstResponse");
        assertThat(conversation(conversation).path("speakerId").asText()).isEqualTo("bruno");

        assertThat(reacts(conversation, target, null).status()).isEqualTo(202);
        eventually(
                () -> last(phone).path("message").at("/reaction/emoji").asText().isEmpty()
                        && last(phone).path("type").asText().equals("reaction"));
    }

    /** It hangs on its target and is listed nowhere. */
    private String stored(Agent.Answer reaction, String column) {
        return jdbc.sql("select " + column + " from conversation.message where id = ?::uuid")
                .param(reaction.body().path("id").asText())
                .query(String.class)
                .single();
    }

    private String reactionsTo(String conversation, String target) {
        return agent.messages(conversation).stream()
                .filter(message -> message.path("providerId").asText().equals(target))
                .findFirst()
                .orElseThrow()
                .path("reactions")
                .toString();
    }

    @Test
    void aReactionNeedsTheWord() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        agent.post("marta", "/api/v1/conversations/" + conversation + "/takeover", null);

        assertThat(reacts(conversation, lastInbound(conversation), "👍").problem())
                .isEqualTo("not-your-turn");
    }

    @Test
    void reactsToNoReactionToNothingOldAndNothingOfOthers() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var other = givenAConversation(customer.newPhone());
        var target = lastInbound(conversation);
        var reaction = reacts(conversation, target, "👍");
        eventually(() -> stored(reaction, "status").equals("SENT"));

        assertThat(reacts(conversation, stored(reaction, "provider_id"), "👍").status())
                .isEqualTo(400);
        assertThat(reacts(conversation, lastInbound(other), "👍").status()).isEqualTo(400);
        letItBeSaidBefore(target, Duration.ofDays(31));
        assertThat(reacts(conversation, target, "👍").body().path("field").asText())
                .isEqualTo("content.target");
    }

    @Test
    void oneKeyStandsForEveryFieldOfTheRequest() {
        var conversation = givenAConversation(customer.newPhone());
        var key = Map.of("Idempotency-Key", "k-" + conversation);
        var place = "{'kind':'location','content':{'latitude':1,'longitude':%d}}";

        var first = posts(conversation, place.formatted(1), key);
        var again = posts(conversation, place.formatted(1), key);
        var other = posts(conversation, place.formatted(2), key);

        assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    /** 45 at once, then one in six seconds: our own limit comes before Meta's refusal. */
    @Test
    void writesNoFasterThanOneCustomerMayBeWrittenTo() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var other = customer.newPhone();
        var ofOther = givenAConversation(other);

        IntStream.range(0, 47).forEach(n -> posts(conversation, "{'text':'n %d'}".formatted(n)));

        eventually(() -> customer.received(phone).size() >= 44);
        assertThat(posts(ofOther, "{'text':'e eu?'}").status()).isEqualTo(202);
        eventually(() -> customer.received(other).contains("e eu?"));
        eventually(() -> customer.received(phone).size() == 48);
        assertThat(customer.received(phone).subList(1, 48))
                .isEqualTo(IntStream.range(0, 47).mapToObj(n -> "n " + n).toList());
        assertThat(jdbc.sql(
                                "select count(*) from platform.event where type = 'message.delayed' and data ->> 'conversation' = ?")
                        .param(conversation)
                        .query(Integer.class)
                        .single())
                .as("Meta had nothing to refuse")
                .isZero();
    }

    private String givenAConversation(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        return cases.conversationOf(phone);
    }

    private Agent.Answer posts(String conversation, String body) {
        return posts(conversation, body, Map.of());
    }

    private Agent.Answer posts(String conversation, String body, Map<String, String> headers) {
        try {
            return agent.post(
                    "bruno",
                    "/api/v1/conversations/" + conversation + "/messages",
                    json.readTree(body.replace('\'', '"')),
                    headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Agent.Answer reacts(String conversation, String target, String emoji) {
        var written = emoji == null ? "null" : "'" + emoji + "'";
        return posts(
                conversation, "{'kind':'reaction','content':{'target':'%s','emoji':%s}}".formatted(target, written));
    }

    /** @return what the phone got after the protocol; empty until then */
    private JsonNode last(String phone) {
        var seen = customer.sees(phone).stream()
                .filter(message -> message.path("direction").asText().equals("OUT"))
                .toList();
        return seen.size() < 2 ? null : seen.get(seen.size() - 1);
    }

    private String lastInbound(String conversation) {
        var inbound = agent.messages(conversation).stream()
                .filter(message -> message.path("direction").asText().equals("IN"))
                .toList();
        return inbound.get(inbound.size() - 1).path("providerId").asText();
    }

    private JsonNode conversation(String id) {
        return agent.get("marta", "/api/v1/conversations/" + id).body();
    }

    private String statusOf(String conversation, Agent.Answer posted) {
        return agent.message(conversation, posted.body().path("id").asText())
                .path("status")
                .asText();
    }

    private String clocksThatRun(String conversation) {
        var number = conversation(conversation).path("case").asText();
        var clocks = agent.get("marta", "/api/v1/tickets/" + number).body().path("clocks");
        var running = new StringBuilder();
        clocks.forEach(one -> running.append(
                one.path("state").asText().equals("RUNNING")
                        ? one.path("metric").asText()
                        : ""));
        return running.toString();
    }

    private void letItBeSaidBefore(String providerId, Duration ago) {
        var at = clock.instant().minus(ago).atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        "update conversation.message m set at = ? from conversation.provider_message p where p.provider_id = ? and m.id = p.message")
                .param(at)
                .param(providerId)
                .update();
        jdbc.sql("update conversation.provider_message set at = ? where provider_id = ?")
                .param(at)
                .param(providerId)
                .update();
    }
}
