package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message costs, and what keeps it from its customer. */
class LimitsTest extends SandboxTest {

    private static final String BODY = "{\"name\":\"%s\",\"language\":\"en\",\"category\":\"%s\",\"components\":["
            + "{\"type\":\"BODY\",\"text\":\"Good news for all of us.\"}]}";

    private Waba withTemplates() throws Exception {
        var account = newAccount();
        for (var category : List.of("UTILITY", "MARKETING")) {
            call(
                    "POST",
                    "/sandbox/templates?status=APPROVED&account=" + account.id(),
                    BODY.formatted(category.toLowerCase(), category));
        }
        return account;
    }

    private Answer sendsTemplate(Waba account, String name) throws Exception {
        var template = "\"type\":\"template\",\"template\":{\"name\":\"%s\",\"language\":{\"code\":\"en\"}}";
        return graph(account.line(), to(template.formatted(name)), account.shown());
    }

    private Answer answers(Waba account) throws Exception {
        return graph(account.line(), text("Oi"), account.shown());
    }

    private void writes(Waba account, String more) throws Exception {
        call(
                "POST",
                "/sandbox/phones/%s/messages?line=%s".formatted(customer, account.line()),
                "{\"type\":\"text\",\"text\":{\"body\":\"Oi\"}%s}".formatted(more));
    }

    private JsonNode line(Waba account, String change) throws Exception {
        return call("PUT", "/sandbox/lines/" + account.line(), change).body();
    }

    private void account(Waba account, String change) throws Exception {
        call("PUT", "/sandbox/accounts/" + account.id(), change);
    }

    private int failure(int count) throws Exception {
        return statuses(count).get(count - 1).at("/errors/0/code").asInt();
    }

    private JsonNode price(int count) throws Exception {
        return statuses(count).get(count - 1).path("pricing");
    }

    @Test
    void aThousandAnswersAMonthAreFree() throws Exception {
        var account = withTemplates();
        writes(account, "");
        line(account, "{\"used\":999}");

        answers(account);
        assertThat(price(2).path("type").asText()).isEqualTo("free_customer_service");
        assertThat(price(2).path("billable").asBoolean(true)).isFalse();
        answers(account);

        var regular = price(4);
        assertThat(regular.path("type").asText()).isEqualTo("regular");
        assertThat(regular.path("category").asText()).isEqualTo("service");
        assertThat(regular.path("pricing_model").asText()).isEqualTo("PMP");
        assertThat(regular.path("billable").asBoolean()).isTrue();
        assertThat(call("GET", "/sandbox/lines/" + account.line(), "")
                        .body()
                        .path("used")
                        .asInt())
                .isEqualTo(1001);
        call("POST", "/sandbox/clock", "{\"advance\":\"P32D\"}");
        writes(account, "");
        answers(account);
        assertThat(price(6).path("type").asText()).isEqualTo("free_customer_service");
    }

    @Test
    void aTemplateCostsInsideTheWindowToo() throws Exception {
        var account = withTemplates();
        writes(account, "");

        sendsTemplate(account, "utility");

        assertThat(price(1).path("category").asText()).isEqualTo("utility");
        assertThat(price(2).path("type").asText()).isEqualTo("regular");
        assertThat(call("GET", "/sandbox/lines/" + account.line(), "")
                        .body()
                        .path("used")
                        .asInt())
                .isZero();
    }

    @Test
    void whoeverComesByAnAdvertisementIsAnsweredForFree() throws Exception {
        var account = withTemplates();
        writes(account, ",\"referral\":{\"source_type\":\"ad\",\"source_id\":\"1\"}");

        sendsTemplate(account, "marketing");
        assertThat(price(2).path("type").asText()).isEqualTo("free_entry_point");
        call("POST", "/sandbox/clock", "{\"advance\":\"PT71H\"}");
        sendsTemplate(account, "marketing");
        assertThat(price(4).path("type").asText()).isEqualTo("free_entry_point");
        call("POST", "/sandbox/clock", "{\"advance\":\"PT2H\"}");
        sendsTemplate(account, "marketing");

        assertThat(price(6).path("type").asText()).isEqualTo("regular");
    }

    @Test
    void anUnpaidAccountSendsNoTemplatesAndOnlyWhatIsFree() throws Exception {
        var account = withTemplates();
        account(account, "{\"funded\":false}");
        writes(account, "");

        sendsTemplate(account, "utility");
        assertThat(failure(1)).isEqualTo(131042);
        answers(account);
        assertThat(words(statuses(3))).endsWith("sent", "delivered");
        line(account, "{\"used\":1000}");
        answers(account);
        assertThat(failure(4)).isEqualTo(131042);

        account(account, "{\"funded\":true}");
        sendsTemplate(account, "utility");
        assertThat(words(statuses(6))).endsWith("sent", "delivered");
    }

    @Test
    void reachesNoMoreCustomersThanTheLimitAllows() throws Exception {
        var account = withTemplates();
        account(account, "{\"messagingLimit\":\"TIER_250\",\"reached\":249}");
        assertThat(news(account, "phone_number_quality_update", 1).get(0))
                .isEqualTo(JSON.readTree(
                        "{\"display_phone_number\":\"%s\",\"event\":\"DOWNGRADE\",\"max_daily_conversations_per_business\":\"TIER_250\"}"
                                .formatted(display(account))));
        var other = "{\"messaging_product\":\"whatsapp\",\"to\":\"+5511977%s\",\"type\":\"template\","
                        .formatted(customer.substring(7))
                + "\"template\":{\"name\":\"utility\",\"language\":{\"code\":\"en\"}}}";

        graph(account.line(), other, account.shown());
        sendsTemplate(account, "utility");

        assertThat(failure(1)).isEqualTo(131048);
        writes(account, "");
        sendsTemplate(account, "utility");
        assertThat(words(statuses(3))).endsWith("sent", "delivered");
        account(account, "{\"messagingLimit\":\"TIER_UNLIMITED\"}");
        assertThat(news(account, "phone_number_quality_update", 2)
                        .get(1)
                        .path("event")
                        .asText())
                .isEqualTo("UPGRADE");
    }

    private static final com.fasterxml.jackson.databind.ObjectMapper JSON =
            new com.fasterxml.jackson.databind.ObjectMapper();

    private String display(Waba account) throws Exception {
        for (var line : call("GET", "/sandbox/lines", "").body().path("items")) {
            if (line.path("id").asText().equals(account.line())) {
                return line.path("display").asText().replaceAll("\\D", "");
            }
        }
        return "";
    }

    @Test
    void aCustomerWhoBlocksTheCompanyGetsNothing() throws Exception {
        var account = withTemplates();
        writes(account, "");
        var path = "/sandbox/phones/%s/block?line=%s".formatted(customer, account.line());

        call("POST", path, "{\"blocked\":true}");
        answers(account);
        assertThat(failure(1)).isEqualTo(131026);
        call("POST", path, "{\"blocked\":false}");
        answers(account);

        assertThat(words(statuses(3))).endsWith("sent", "delivered");
        assertThat(call("POST", path, "{}").status()).isEqualTo(400);
    }

    @Test
    void aCustomerStopsMarketingAndResumesIt() throws Exception {
        var account = withTemplates();
        var path = "/sandbox/phones/%s/preferences?line=%s".formatted(customer, account.line());

        call("POST", path, "{\"value\":\"stop\"}");
        sendsTemplate(account, "marketing");
        assertThat(failure(1)).isEqualTo(131050);
        sendsTemplate(account, "utility");
        assertThat(words(statuses(3))).endsWith("sent", "delivered");
        call("POST", path, "{\"value\":\"resume\"}");
        sendsTemplate(account, "marketing");
        assertThat(words(statuses(5))).endsWith("sent", "delivered");

        var told = news(account, "user_preferences", 2);
        var stop = told.get(0).at("/user_preferences/0");
        assertThat(stop.path("wa_id").asText()).isEqualTo(customer);
        assertThat(stop.path("category").asText()).isEqualTo("marketing_messages");
        assertThat(stop.path("value").asText()).isEqualTo("stop");
        assertThat(stop.path("timestamp").isNumber()).isTrue();
        assertThat(told.get(0).at("/metadata/phone_number_id").asText()).isEqualTo(account.line());
        assertThat(told.get(0).at("/contacts/0/user_id").asText()).isNotEmpty();
        assertThat(told.get(1).at("/user_preferences/0/value").asText()).isEqualTo("resume");
    }

    @Test
    void tellsWhenTheQualityOfANumberDropsAndRises() throws Exception {
        var account = newAccount();

        line(account, "{\"quality\":\"RED\",\"status\":\"FLAGGED\"}");
        var health = manage(account, "GET", account.line() + "?fields=quality_rating,status,health_status", "")
                .body();
        line(account, "{\"quality\":\"GREEN\",\"status\":\"CONNECTED\"}");
        line(account, "{\"throughput\":\"HIGH\"}");
        line(account, "{\"verifiedName\":\"Clima & Cia\",\"nameStatus\":\"DECLINED\"}");

        assertThat(health.path("quality_rating").asText()).isEqualTo("RED");
        assertThat(health.at("/health_status/can_send_message").asText()).isEqualTo("LIMITED");
        assertThat(news(account, "phone_number_quality_update", 3))
                .extracting(told -> told.path("event").asText())
                .containsExactly("FLAGGED", "UNFLAGGED", "THROUGHPUT_UPGRADE");
        var name = news(account, "phone_number_name_update", 1).get(0);
        assertThat(name.path("decision").asText()).isEqualTo("DECLINED");
        assertThat(name.path("requested_verified_name").asText()).isEqualTo("Clima & Cia");
    }

    @ParameterizedTest
    @CsvSource({"DISCONNECTED,133010", "BANNED,131031", "RESTRICTED,131031"})
    void refusesANumberThatMayNotSend(String status, int code) throws Exception {
        var account = newAccount();

        line(account, "{\"status\":\"%s\"}".formatted(status));

        assertThat(answers(account).code()).isEqualTo(code);
    }

    @Test
    void aBannedAccountSendsNothingUntilItIsReinstated() throws Exception {
        var account = newAccount();
        var path = "/sandbox/accounts/%s/ban".formatted(account.id());

        call("POST", path, "{\"state\":\"SCHEDULE_FOR_DISABLE\"}");
        assertThat(answers(account).status()).isEqualTo(200);
        call("POST", path, "{\"state\":\"DISABLE\"}");
        assertThat(answers(account).code()).isEqualTo(131031);
        assertThat(manage(account, "GET", account.id() + "?fields=health_status", "")
                        .body()
                        .at("/health_status/can_send_message")
                        .asText())
                .isEqualTo("BLOCKED");
        call("POST", path, "{\"state\":\"REINSTATE\"}");

        assertThat(answers(account).status()).isEqualTo(200);
        assertThat(news(account, "account_update", 3))
                .extracting(told -> told.at("/ban_info/waba_ban_state").asText())
                .containsExactly("SCHEDULE_FOR_DISABLE", "DISABLE", "REINSTATE");
        assertThat(news(account, "account_update", 3).get(0).path("event").asText())
                .isEqualTo("DISABLED_UPDATE");
        assertThat(call("POST", path, "{}").status()).isEqualTo(400);
    }

    @Test
    void aRestrictionForbidsWhatItNamesForItsTime() throws Exception {
        var account = withTemplates();
        var path = "/sandbox/accounts/%s/restrictions".formatted(account.id());

        call("POST", path, "{\"type\":\"RESTRICTED_BIZ_INITIATED_MESSAGING\",\"duration\":\"P3D\"}");

        assertThat(sendsTemplate(account, "utility").code()).isEqualTo(131031);
        writes(account, "");
        assertThat(answers(account).status()).isEqualTo(200);
        var restriction = news(account, "account_update", 1).get(0);
        assertThat(restriction.path("event").asText()).isEqualTo("ACCOUNT_RESTRICTION");
        assertThat(restriction.at("/restriction_info/0/restriction_type").asText())
                .isEqualTo("RESTRICTED_BIZ_INITIATED_MESSAGING");
        assertThat(restriction.at("/restriction_info/0/expiration").asLong()).isPositive();
        call("POST", "/sandbox/clock", "{\"advance\":\"P4D\"}");
        assertThat(sendsTemplate(account, "utility").status()).isEqualTo(200);

        call("POST", path, "{\"type\":\"RESTRICTED_UTILITY_TEMPLATES\"}");
        assertThat(sendsTemplate(account, "utility").code()).isEqualTo(131064);
        assertThat(sendsTemplate(account, "marketing").status()).isEqualTo(200);
    }

    @Test
    void warnsOfAnAccount() throws Exception {
        var account = newAccount();

        call(
                "POST",
                "/sandbox/accounts/%s/alerts".formatted(account.id()),
                "{\"type\":\"INCREASED_CAPABILITIES_ELIGIBILITY_FAILED\",\"severity\":\"CRITICAL\",\"description\":\"No.\"}");

        var alert = news(account, "account_alerts", 1).get(0);
        assertThat(alert.path("entity_type").asText()).isEqualTo("BUSINESS");
        assertThat(alert.at("/alert_info/alert_severity").asText()).isEqualTo("CRITICAL");
        assertThat(alert.at("/alert_info/alert_status").asText()).isEqualTo("ACTIVE");
        assertThat(alert.at("/alert_info/alert_type").asText()).isEqualTo("INCREASED_CAPABILITIES_ELIGIBILITY_FAILED");
    }
}
