package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import app.novelo.channel.LineHealth;
import app.novelo.channel.LineStop.Cause;
import app.novelo.channel.LineStops;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks Meta how a number and its account stand, and writes it down. What it finds unable to send is stopped until a later
 * reading finds it able; what an event has stopped is not its business.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/health-status">Meta, Messaging health status</a>
 */
@Component
class StandingReader {

    static final String NUMBER_FIELDS =
            "id,display_phone_number,verified_name,name_status,quality_rating,status,throughput,"
                    + "whatsapp_business_manager_messaging_limit,health_status";
    static final String ACCOUNT_FIELDS =
            "id,name,currency,timezone_id,account_review_status,primary_funding_id,health_status";
    static final List<String> OF_NUMBER = List.of("PHONE_NUMBER");
    static final List<String> OF_ACCOUNT = List.of("WABA", "BUSINESS", "APP");

    private static final Logger LOG = LoggerFactory.getLogger(StandingReader.class);
    private static final Set<String> DEAD = Set.of("BANNED", "DISCONNECTED", "DELETED", "MIGRATED");

    private final GraphQuestions graph;
    private final TokenFacts tokens;
    private final LineHealthRows numbers;
    private final AccountRows accounts;
    private final LineStops stops;
    private final Clock clock;

    StandingReader(
            GraphQuestions graph,
            TokenFacts tokens,
            LineHealthRows numbers,
            AccountRows accounts,
            LineStops stops,
            Clock clock) {
        this.graph = graph;
        this.tokens = tokens;
        this.numbers = numbers;
        this.accounts = accounts;
        this.stops = stops;
        this.clock = clock;
    }

    void number(Line line) {
        try {
            var answer = graph.get(line.accountId(), line.providerId() + "?fields=" + NUMBER_FIELDS);
            answer.error()
                    .ifPresentOrElse(
                            error -> numbers.read(line, LineHealth.UNKNOWN, problem(error.code())),
                            () -> number(line, answer.body()));
        } catch (IOException e) {
            numbers.read(line, LineHealth.UNKNOWN, e.getClass().getSimpleName());
        }
    }

    private void number(Line line, JsonNode told) {
        numbers.read(line, health(told, clock.instant()), null);
        var blocks = Told.blocks(told.path("health_status"), OF_NUMBER);
        var status = told.path("status").asText();
        if (DEAD.contains(status)) {
            stops.stopLine(line, Cause.NUMBER, status);
        } else if (blocks.isEmpty()) {
            stops.liftLine(line, Set.of(Cause.NUMBER, Cause.BLOCKED));
        } else {
            stops.stopLine(line, Cause.BLOCKED, String.join(" ", blocks));
        }
    }

    static LineHealth health(JsonNode told, @Nullable Instant at) {
        return new LineHealth(
                Told.word(told.path("quality_rating")),
                Told.word(told.path("whatsapp_business_manager_messaging_limit")),
                Told.word(told.path("throughput").path("level")),
                Told.word(told.path("verified_name")),
                Told.word(told.path("name_status")),
                Told.word(told.path("status")),
                Told.word(told.path("health_status").path("can_send_message")),
                at);
    }

    void account(String account) {
        try {
            var answer = graph.get(account, account + "?fields=" + ACCOUNT_FIELDS);
            var error = answer.error().orElse(null);
            if (error == null) {
                account(account, answer.body());
            } else {
                accounts.unread(account, problem(error.code()));
            }
        } catch (IOException e) {
            accounts.unread(account, e.getClass().getSimpleName());
        }
    }

    private void account(String account, JsonNode told) throws IOException {
        accounts.read(
                account,
                new AccountRows.Reading(
                        Told.word(told.path("name")),
                        Told.word(told.path("currency")),
                        Told.word(told.path("timezone_id")),
                        Told.word(told.path("account_review_status")),
                        Fields.text(told.path("primary_funding_id")) != null,
                        Told.word(told.path("health_status").path("can_send_message")),
                        tokens.of(account).expires(),
                        clock.instant()));
        var blocks = Told.blocks(told.path("health_status"), OF_ACCOUNT);
        if (blocks.isEmpty()) {
            stops.liftAccount(account, Set.of(Cause.BLOCKED));
        } else {
            stops.stopAccount(account, Cause.BLOCKED, String.join(" ", blocks), null);
        }
    }

    private static String problem(int code) {
        LOG.info("how a line or account stands could not be read: error {}", code);
        return Integer.toString(code);
    }
}
