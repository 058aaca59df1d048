package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The owner who goes on using a number in the app on his phone. */
class OwnerAppTest extends SandboxTest {

    private Answer owner(Waba account, String what, String body) throws Exception {
        return call("POST", "/sandbox/lines/%s/app/%s".formatted(account.line(), what), body);
    }

    private String ownerWrites(Waba account, String message) throws Exception {
        return owner(account, "messages", "{\"to\":\"%s\",%s}".formatted(customer, message))
                .body()
                .path("id")
                .asText();
    }

    private List<JsonNode> shown(Waba account) throws Exception {
        var all = call("GET", "/sandbox/phones/%s/messages?line=%s".formatted(customer, account.line()), "");
        var items = new java.util.ArrayList<JsonNode>();
        all.body().path("items").forEach(items::add);
        return items;
    }

    private Instant now() throws Exception {
        return Instant.parse(
                call("GET", "/sandbox/clock", "").body().path("now").asText());
    }

    @Test
    void tellsTheBusinessWhatTheOwnerWrites() throws Exception {
        var account = newAccount();

        var id = ownerWrites(account, "\"type\":\"text\",\"text\":{\"body\":\"Passo aí amanhã\"}");

        var value = news(account, "smb_message_echoes", 1).get(0);
        var echo = value.at("/message_echoes/0");
        assertThat(echo.path("id").asText()).isEqualTo(id).startsWith("wamid.");
        assertThat(echo.path("to").asText()).isEqualTo(customer);
        assertThat(echo.path("from").asText())
                .isEqualTo(value.at("/metadata/display_phone_number").asText());
        assertThat(echo.path("timestamp").isTextual()).isTrue();
        assertThat(echo.at("/text/body").asText()).isEqualTo("Passo aí amanhã");
        assertThat(shown(account).get(0).path("direction").asText()).isEqualTo("OUT");
        assertThat(manage(account, "GET", account.line() + "?fields=is_on_biz_app", "")
                        .body()
                        .path("is_on_biz_app")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void tellsNoStatusOfItAndOpensNoWindow() throws Exception {
        var account = newAccount();
        var id = ownerWrites(account, "\"type\":\"text\",\"text\":{\"body\":\"Oi\"}");
        news(account, "smb_message_echoes", 1);

        call("POST", "/sandbox/phones/%s/read".formatted(customer), "{\"upTo\":\"%s\"}".formatted(id));
        graph(account.line(), text("Oi"), account.shown());

        var status = statuses(1);
        assertThat(words(status)).containsExactly("failed");
        assertThat(shown(account).get(0).path("status").asText()).isEqualTo("read");
    }

    @Test
    void tellsWhatTheOwnerCorrectsAndDeletes() throws Exception {
        var account = newAccount();
        var id = ownerWrites(account, "\"type\":\"text\",\"text\":{\"body\":\"Passo hoje\"}");

        ownerWrites(
                account,
                "\"type\":\"edit\",\"edit\":{\"original_message_id\":\"%s\",\"message\":{\"type\":\"text\",\"text\":{\"body\":\"Passo amanhã\"}}}"
                        .formatted(id));
        ownerWrites(account, "\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"%s\"}".formatted(id));

        var echoes = news(account, "smb_message_echoes", 3);
        assertThat(echoes.get(1).at("/message_echoes/0/edit/message/text/body").asText())
                .isEqualTo("Passo amanhã");
        assertThat(echoes.get(2)
                        .at("/message_echoes/0/revoke/original_message_id")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void namesACustomerWithAUserNameByIdOnly() throws Exception {
        var account = newAccount();
        call("PUT", "/sandbox/phones/" + customer, "{\"username\":\"ana.lima\"}");

        ownerWrites(account, "\"type\":\"text\",\"text\":{\"body\":\"Oi\"}");

        var echo = news(account, "smb_message_echoes", 1).get(0).at("/message_echoes/0");
        assertThat(echo.has("to")).isFalse();
        assertThat(echo.path("to_user_id").asText()).startsWith("BR.");
    }

    @Test
    void tellsWhomTheOwnerKnowsAndNoLongerKnows() throws Exception {
        var account = newAccount();

        owner(account, "contacts", "{\"contacts\":[{\"phone\":\"%s\",\"fullName\":\"Ana Lima\"}]}".formatted(customer));
        owner(account, "contacts", "{\"action\":\"remove\",\"contacts\":[{\"phone\":\"%s\"}]}".formatted(customer));

        var syncs = news(account, "smb_app_state_sync", 2);
        var added = syncs.get(0).at("/state_sync/0");
        assertThat(added.path("action").asText()).isEqualTo("add");
        assertThat(added.path("type").asText()).isEqualTo("contact");
        assertThat(added.at("/contact/full_name").asText()).isEqualTo("Ana Lima");
        assertThat(added.at("/contact/first_name").asText()).isEqualTo("Ana");
        assertThat(added.at("/contact/phone_number").asText()).isEqualTo(customer);
        assertThat(added.at("/metadata/timestamp").isTextual()).isTrue();
        var removed = syncs.get(1).at("/state_sync/0");
        assertThat(removed.path("action").asText()).isEqualTo("remove");
        assertThat(removed.path("contact").has("full_name")).isFalse();
        assertThat(owner(account, "contacts", "{}").status()).isEqualTo(400);
    }

    @Test
    void bringsOldChatsInPhasesAndPieces() throws Exception {
        var account = newAccount();
        var now = now();

        var answer = owner(
                account,
                "history",
                """
                {"chunk":1,"threads":[{"phone":"%s","name":"Ana Lima","messages":[
                  {"from":"customer","type":"text","text":{"body":"Quanto custa?"},"at":"%s"},
                  {"from":"business","type":"text","text":{"body":"Cem"},"at":"%s","status":"DELIVERED"},
                  {"from":"customer","type":"image","image":{"id":"4711"},"at":"%s"},
                  {"from":"customer","type":"text","text":{"body":"há muito"},"at":"%s"}]}]}"""
                        .formatted(
                                customer,
                                now.minus(Duration.ofDays(100)),
                                now.minus(Duration.ofDays(99)),
                                now.minus(Duration.ofDays(5)),
                                now.minus(Duration.ofDays(200))));

        assertThat(answer.body().path("messages").asInt()).isEqualTo(4);
        var told = news(account, "history", 4);
        assertThat(told.subList(0, 3))
                .extracting(value -> value.at("/history/0/metadata").toString())
                .containsExactly(
                        "{\"phase\":1,\"chunk_order\":1,\"progress\":33}",
                        "{\"phase\":2,\"chunk_order\":1,\"progress\":66}",
                        "{\"phase\":2,\"chunk_order\":2,\"progress\":100}");
        var placeholder = told.get(0).at("/history/0/threads/0/messages/0");
        assertThat(placeholder.path("type").asText()).isEqualTo("media_placeholder");
        assertThat(placeholder.has("image")).isFalse();
        assertThat(told.get(3).at("/messages/0/image/id").asText()).isEqualTo("4711");
        assertThat(told.get(3).at("/messages/0/id")).isEqualTo(placeholder.path("id"));
        var question = told.get(1).at("/history/0/threads/0");
        assertThat(question.path("id").asText()).isEqualTo(customer);
        assertThat(question.at("/messages/0/from").asText()).isEqualTo(customer);
        assertThat(question.at("/messages/0/history_context/status").asText()).isEqualTo("READ");
        assertThat(question.at("/messages/0/timestamp").asText())
                .isEqualTo(Long.toString(now.minus(Duration.ofDays(100)).getEpochSecond()));
        var own = told.get(2).at("/history/0/threads/0/messages/0");
        assertThat(own.path("to").asText()).isEqualTo(customer);
        assertThat(own.at("/history_context/status").asText()).isEqualTo("DELIVERED");
    }

    @Test
    void oldChatsStandBeforeNewOnesAndOpenNoWindow() throws Exception {
        var account = newAccount();
        ownerWrites(account, "\"type\":\"text\",\"text\":{\"body\":\"agora\"}");

        owner(
                account,
                "history",
                "{\"threads\":[{\"phone\":\"%s\",\"messages\":[{\"type\":\"text\",\"text\":{\"body\":\"antes\"},\"at\":\"%s\"}]}]}"
                        .formatted(customer, now().minus(Duration.ofHours(2))));
        graph(account.line(), text("depois"), account.shown());

        assertThat(shown(account))
                .extracting(item -> item.path("text").asText())
                .containsExactly("antes", "agora", "depois");
        assertThat(statuses(1).get(0).at("/errors/0/code").asInt()).isEqualTo(131047);
    }

    @Test
    void refusesAPastThatLiesInTheFuture() throws Exception {
        var account = newAccount();
        var thread =
                "{\"threads\":[{\"phone\":\"%s\",\"messages\":[{\"type\":\"text\",\"text\":{\"body\":\"a\"}%s}]}]}";

        assertThat(owner(account, "history", thread.formatted(customer, "")).status())
                .isEqualTo(400);
        assertThat(owner(account, "history", thread.formatted(customer, ",\"at\":\"2099-01-01T00:00:00Z\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tellsThatTheOwnerDoesNotShareHisChats() throws Exception {
        var account = newAccount();

        owner(account, "history", "{\"declined\":true}");

        assertThat(news(account, "history", 1)
                        .get(0)
                        .at("/history/0/errors/0/code")
                        .asInt())
                .isEqualTo(2593109);
    }

    @Test
    void handsOverContactsAndChatsWhenTheBusinessAsks() throws Exception {
        var account = newAccount();
        call("PUT", "/sandbox/phones/" + customer, "{\"name\":\"Ana Lima\"}");
        ownerWrites(account, "\"type\":\"text\",\"text\":{\"body\":\"Oi\"}");
        var ask = "{\"messaging_product\":\"whatsapp\",\"sync_type\":\"%s\"}";

        var answer = manage(account, "POST", account.line() + "/smb_app_data", ask.formatted("smb_app_state_sync"));
        manage(account, "POST", account.line() + "/smb_app_data", ask.formatted("history"));

        assertThat(answer.body().path("request_id").asText()).isNotEmpty();
        assertThat(news(account, "smb_app_state_sync", 1)
                        .get(0)
                        .at("/state_sync/0/contact/full_name")
                        .asText())
                .isEqualTo("Ana Lima");
        assertThat(news(account, "history", 1)
                        .get(0)
                        .at("/history/0/threads/0/messages/0/text/body")
                        .asText())
                .isEqualTo("Oi");
        assertThat(manage(account, "POST", account.line() + "/smb_app_data", ask.formatted("everything"))
                        .code())
                .isEqualTo(100);
    }
}
