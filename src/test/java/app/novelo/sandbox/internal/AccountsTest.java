package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** Business accounts, their numbers, tokens and subscriptions. */
class AccountsTest extends SandboxTest {

    @Autowired
    Accounts accounts;

    @Autowired
    CompanyLines lines;

    @Autowired
    Tokens tokens;

    @Autowired
    SampleTemplates samples;

    private int writes(Waba account) throws Exception {
        return graph(account.line(), text("Oi"), account.shown()).code();
    }

    private JsonNode debug(Waba asking, String token) throws Exception {
        return manage(asking, "GET", "debug_token?input_token=" + token, "")
                .body()
                .path("data");
    }

    @Test
    void aTokenOpensItsOwnAccountAlone() throws Exception {
        var own = newAccount();
        var other = newAccount();

        assertThat(writes(own)).isZero();
        var answer = graph(own.line(), text("Oi"), other.shown());

        assertThat(answer.code()).isEqualTo(100);
        assertThat(answer.body().at("/error/error_subcode").asInt()).isEqualTo(33);
        assertThat(manage(own, "GET", other.id() + "/message_templates", "").code())
                .isEqualTo(100);
        assertThat(manage(own, "GET", other.line(), "").code()).isEqualTo(100);
        assertThat(manage(own, "GET", other.id(), "").code()).isEqualTo(100);
    }

    @Test
    void aRevokedTokenIsRefusedEverywhereAndANewOneIsGood() throws Exception {
        var account = newAccount();

        call("DELETE", "/sandbox/accounts/%s/tokens".formatted(account.id()), "");

        var refusal = graph(account.line(), text("Oi"), account.shown());
        assertThat(refusal.status()).isEqualTo(401);
        assertThat(refusal.code()).isEqualTo(190);
        assertThat(manage(account, "GET", account.id(), "").code()).isEqualTo(190);
        var fresh = call("POST", "/sandbox/accounts/%s/tokens".formatted(account.id()), "{}")
                .body()
                .path("value")
                .asText();
        assertThat(writes(new Waba(account.id(), account.line(), fresh))).isZero();
        assertThat(debug(new Waba(account.id(), account.line(), fresh), account.token())
                        .path("is_valid")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void aTokenMayBeIssuedByNameAndIsThenGoodAgain() throws Exception {
        var account = newAccount();
        var path = "/sandbox/accounts/%s/tokens".formatted(account.id());
        call("DELETE", path, "");

        call("POST", path, "{\"value\":\"%s\"}".formatted(account.token()));

        assertThat(writes(account)).isZero();
    }

    @Test
    void aTokenPermitsOnlyWhatItsScopesSay() throws Exception {
        var account = newAccount();
        var weak = call(
                        "POST",
                        "/sandbox/accounts/%s/tokens".formatted(account.id()),
                        "{\"scopes\":[\"whatsapp_business_management\"]}")
                .body()
                .path("value")
                .asText();
        var weakly = new Waba(account.id(), account.line(), weak);

        assertThat(graph(account.line(), text("Oi"), weakly.shown()).code()).isEqualTo(10);
        assertThat(manage(weakly, "GET", account.id(), "").status()).isEqualTo(200);
        assertThat(call("POST", "/sandbox/accounts/%s/tokens".formatted(account.id()), "{\"scopes\":[\"all\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aTokenExpires() throws Exception {
        var account = newAccount();
        var old = call(
                        "POST",
                        "/sandbox/accounts/%s/tokens".formatted(account.id()),
                        "{\"expiresAt\":\"2026-01-01T00:00:00Z\"}")
                .body()
                .path("value")
                .asText();

        var refusal = graph(account.line(), text("Oi"), new Waba(account.id(), account.line(), old).shown());

        assertThat(refusal.code()).isEqualTo(190);
        assertThat(refusal.body().at("/error/error_subcode").asInt()).isEqualTo(463);
    }

    @Test
    void tellsWhatATokenIsGoodFor() throws Exception {
        var account = newAccount();

        var data = debug(account, account.token());

        assertThat(data.path("is_valid").asBoolean()).isTrue();
        assertThat(data.path("type").asText()).isEqualTo("SYSTEM_USER");
        assertThat(data.path("expires_at").asLong(-1)).isZero();
        assertThat(data.path("scopes"))
                .extracting(JsonNode::asText)
                .containsExactly("whatsapp_business_messaging", "whatsapp_business_management");
        assertThat(data.at("/granular_scopes/0/target_ids/0").asText()).isEqualTo(account.id());
        assertThat(debug(account, "made-up").path("is_valid").asBoolean(true)).isFalse();
        var byApp = call(
                "GET",
                "/sandbox/graph/v26.0/debug_token?input_token=" + account.token(),
                "",
                "Authorization",
                "Bearer 700000000000001|sandbox-app-secret");
        assertThat(byApp.body().at("/data/is_valid").asBoolean()).isTrue();
        assertThat(call("GET", "/sandbox/graph/v26.0/debug_token?input_token=" + account.token(), "")
                        .code())
                .isEqualTo(190);
    }

    @Test
    void tellsNothingOfAnAccountThatTheAppHasNotSubscribedTo() throws Exception {
        var account = newAccount();
        assertThat(manage(account, "GET", account.id() + "/subscribed_apps", "")
                        .body()
                        .at("/data/0/whatsapp_business_api_data/id")
                        .asText())
                .isEqualTo("700000000000001");
        manage(account, "DELETE", account.id() + "/subscribed_apps", "");

        writesTo(account, "ninguém ouve");
        manage(account, "POST", account.id() + "/subscribed_apps", "");
        writesTo(account, "agora sim");

        assertThat(messages(1)).singleElement().satisfies(message -> assertThat(
                        message.at("/text/body").asText())
                .isEqualTo("agora sim"));
        assertThat(call("POST", "/sandbox/accounts", "{}")
                        .body()
                        .path("subscribed")
                        .asBoolean(true))
                .isFalse();
    }

    private void writesTo(Waba account, String text) throws Exception {
        call(
                "POST",
                "/sandbox/phones/%s/messages?line=%s".formatted(customer, account.line()),
                "{\"type\":\"text\",\"text\":{\"body\":\"%s\"}}".formatted(text));
    }

    @Test
    void namesTheAccountOfEachLineInItsWebhooks() throws Exception {
        var account = newAccount();

        writesTo(account, "Oi");
        messages(1);

        assertThat(delivery().body().path("entry"))
                .anySatisfy(entry -> assertThat(entry.path("id").asText()).isEqualTo(account.id()));
    }

    @Test
    void showsTheNumbersOfAnAccountAndWhatMetaThinksOfThem() throws Exception {
        var account = newAccount();

        var numbers =
                manage(account, "GET", account.id() + "/phone_numbers", "").body();
        var number = manage(
                        account,
                        "GET",
                        account.line() + "?fields=display_phone_number,verified_name,name_status,quality_rating,status,"
                                + "throughput,whatsapp_business_manager_messaging_limit,health_status",
                        "")
                .body();

        assertThat(numbers.path("data")).hasSize(1);
        assertThat(numbers.at("/data/0/id").asText()).isEqualTo(account.line());
        assertThat(numbers.at("/data/0/quality_rating").asText()).isEqualTo("GREEN");
        assertThat(number.path("id").asText()).isEqualTo(account.line());
        assertThat(number.path("name_status").asText()).isEqualTo("APPROVED");
        assertThat(number.path("status").asText()).isEqualTo("CONNECTED");
        assertThat(number.at("/throughput/level").asText()).isEqualTo("STANDARD");
        assertThat(number.path("whatsapp_business_manager_messaging_limit").asText())
                .isEqualTo("TIER_2K");
        assertThat(number.at("/health_status/can_send_message").asText()).isEqualTo("AVAILABLE");
        assertThat(number.has("platform_type")).isFalse();
        assertThat(manage(account, "GET", account.line() + "?fields=shoe_size", "")
                        .code())
                .isEqualTo(100);
    }

    @Test
    void hidesThePaymentMethodThatIsNotThere() throws Exception {
        var account = newAccount();
        var fields = account.id() + "?fields=name,currency,primary_funding_id,health_status";
        assertThat(manage(account, "GET", fields, "")
                        .body()
                        .path("primary_funding_id")
                        .asText())
                .isNotEmpty();

        call("PUT", "/sandbox/accounts/" + account.id(), "{\"funded\":false}");

        var unpaid = manage(account, "GET", fields, "").body();
        assertThat(unpaid.has("primary_funding_id")).isFalse();
        assertThat(unpaid.path("currency").asText()).isEqualTo("BRL");
        assertThat(unpaid.at("/health_status/can_send_message").asText()).isEqualTo("LIMITED");
        assertThat(unpaid.at("/health_status/entities/0/errors/0/error_code").asInt())
                .isEqualTo(141006);
    }

    @Test
    void tellsAnAccountsNewsWithTheTime() throws Exception {
        var account = newAccount();

        call(
                "POST",
                "/sandbox/webhooks",
                "{\"field\":\"account_review_update\",\"account\":\"%s\",\"value\":{\"decision\":\"APPROVED\"}}"
                        .formatted(account.id()));

        assertThat(news(account, "account_review_update", 1)
                        .get(0)
                        .path("decision")
                        .asText())
                .isEqualTo("APPROVED");
        assertThat(BUSINESS.deliveries()).anySatisfy(delivery -> {
            assertThat(delivery.body().at("/entry/0/id").asText()).isEqualTo(account.id());
            assertThat(delivery.body().at("/entry/0/time").isNumber()).isTrue();
        });
    }

    @Test
    void aRestartKeepsWhatHasBecomeOfAccountsLinesAndTokens() throws Exception {
        var path = "/sandbox/accounts/900000000000001";
        try {
            call("DELETE", path + "/tokens", "");
            call("PUT", path, "{\"funded\":false}");
            call("PUT", "/sandbox/lines/100000000000001", "{\"quality\":\"YELLOW\"}");

            accounts.afterPropertiesSet();
            lines.afterPropertiesSet();
            tokens.afterPropertiesSet();
            samples.run(new DefaultApplicationArguments());

            assertThat(graph(text("Oi")).code()).isEqualTo(190);
            assertThat(accounts.first().funded()).isFalse();
            assertThat(call("GET", "/sandbox/lines/100000000000001", "")
                            .body()
                            .at("/health/quality")
                            .asText())
                    .isEqualTo("YELLOW");
            assertThat(call("GET", "/sandbox/templates", "").body().path("items"))
                    .filteredOn(item -> item.path("name").asText().equals("hello_world"))
                    .hasSize(1);
        } finally {
            call("POST", path + "/tokens", "{\"value\":\"sandbox-access-token\"}");
            call("PUT", path, "{\"funded\":true}");
            call("PUT", "/sandbox/lines/100000000000001", "{\"quality\":\"GREEN\"}");
        }
    }

    @Test
    void takesAFileInPiecesAndGivesAHandle() throws Exception {
        var account = newAccount();
        var session = manage(account, "POST", "app/uploads?file_type=image/png&file_length=8&file_name=a.png", "")
                .body()
                .path("id")
                .asText();
        assertThat(session).startsWith("upload:").contains("?sig=");

        var first = sends(account, session, 0, "1234");
        assertThat(first.body().path("file_offset").asInt()).isEqualTo(4);
        assertThat(sends(account, session, 0, "5678").code()).isEqualTo(100);
        var asked = manage(account, "GET", session, "").body();
        assertThat(asked.path("file_offset").asInt()).isEqualTo(4);
        assertThat(sends(account, session, 4, "5678").body().path("h").asText()).startsWith("4:");

        assertThat(manage(account, "POST", "app/uploads?file_type=text/html&file_length=8", "")
                        .code())
                .isEqualTo(100);
    }

    private Answer sends(Waba account, String session, int offset, String bytes) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/sandbox/graph/v26.0/%s".formatted(port, session)))
                .header("Authorization", "OAuth " + account.token())
                .header("file_offset", Integer.toString(offset))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(bytes))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(), new com.fasterxml.jackson.databind.ObjectMapper().readTree(answer.body()));
    }
}
