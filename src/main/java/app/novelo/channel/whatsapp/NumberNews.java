package app.novelo.channel.whatsapp;

import app.novelo.channel.AccountNotice;
import app.novelo.channel.Line;
import app.novelo.channel.LineHealth;
import app.novelo.channel.LineStop.Cause;
import app.novelo.channel.LineStops;
import app.novelo.channel.Lines;
import app.novelo.channel.NoticeHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What Meta tells of numbers, and of an account besides {@link AccountUpdates}. */
@Component
class NumberNews implements NoticeHandler {

    private static final String NUMBER = "PHONE_NUMBER";

    /** A changed PIN may be the owner's own doing; nobody else knows. */
    private static final String WARNING = "WARNING";

    private static final Set<String> OVER = Set.of("RESOLVED", "NONE", "INACTIVE", "DISMISSED");

    private final Numbers numbers;
    private final Lines lines;
    private final LineHealthRows health;
    private final AccountRows accounts;
    private final AlertRows alerts;
    private final LineStops stops;

    NumberNews(
            Numbers numbers,
            Lines lines,
            LineHealthRows health,
            AccountRows accounts,
            AlertRows alerts,
            LineStops stops) {
        this.numbers = numbers;
        this.lines = lines;
        this.health = health;
        this.accounts = accounts;
        this.alerts = alerts;
        this.stops = stops;
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "phone_number_quality_update",
                "phone_number_name_update",
                "account_alerts",
                "account_review_update",
                "business_capability_update",
                "security");
    }

    @Override
    public void handle(AccountNotice notice) {
        switch (notice.field()) {
            case "phone_number_quality_update" -> quality(notice);
            case "phone_number_name_update" -> name(notice);
            case "account_alerts" -> alert(notice);
            case "account_review_update" -> review(notice);
            case "business_capability_update" ->
                lines.ofAccount(notice.account()).forEach(line -> limit(line, limit(notice.value())));
            default -> security(notice);
        }
    }

    /** It names the limit and that something happened; what the quality is now has to be asked. */
    private void quality(AccountNotice notice) {
        var concerned = numbers.of(notice.account(), number(notice.value()));
        concerned.forEach(line -> limit(line, limit(notice.value())));
        health.due(concerned);
    }

    private static String number(JsonNode value) {
        return value.path("display_phone_number").asText();
    }

    /** A word such as TIER_2K, in older accounts a figure, of which -1 has no end. */
    private static @Nullable String limit(JsonNode value) {
        var limit = Told.word(value.path("max_daily_conversations_per_business"), value.path("current_limit"));
        return "-1".equals(limit) ? "TIER_UNLIMITED" : limit;
    }

    private void limit(Line line, @Nullable String limit) {
        if (limit != null) {
            health.told(line, new LineHealth(null, limit, null, null, null, null, null, null));
        }
    }

    /** Only what was approved is what customers see. */
    private void name(AccountNotice notice) {
        var value = notice.value();
        var decision = Told.word(value.path("decision"));
        var name = "APPROVED".equals(decision) ? Told.word(value.path("requested_verified_name")) : null;
        numbers.of(notice.account(), number(value))
                .forEach(line -> health.told(line, new LineHealth(null, null, null, name, decision, null, null, null)));
    }

    private void alert(AccountNotice notice) {
        var value = notice.value();
        var info = value.path("alert_info").isObject() ? value.path("alert_info") : value;
        var kind = Told.word(info.path("alert_type"));
        if (kind == null || !accounts.exists(notice.account())) {
            return;
        }
        var about = NUMBER.equals(value.path("entity_type").asText()) ? Told.word(value.path("entity_id")) : null;
        var severity = Told.word(info.path("alert_severity"));
        var status = info.path("alert_status").asText().toUpperCase(Locale.ROOT);
        if (OVER.contains(status)) {
            alerts.over(notice.account(), about == null ? "" : about, kind, notice.at());
        } else {
            raise(notice, about, kind, severity == null ? WARNING : severity, info.path("alert_description"));
        }
        accounts.tell(notice.account(), 1);
    }

    private void security(AccountNotice notice) {
        var kind = Told.word(notice.value().path("event"));
        if (kind != null && accounts.exists(notice.account())) {
            raise(
                    notice,
                    Numbers.digits(number(notice.value())),
                    kind,
                    WARNING,
                    notice.value().path("requester"));
            accounts.tell(notice.account(), 1);
        }
    }

    private void raise(AccountNotice notice, @Nullable String about, String kind, String severity, JsonNode words) {
        alerts.raise(notice.account(), about == null ? "" : about, kind, severity, Told.sentence(words), notice.at());
    }

    private void review(AccountNotice notice) {
        var decision = Told.word(notice.value().path("decision"));
        accounts.review(notice.account(), decision);
        if ("REJECTED".equals(decision)) {
            stops.stopAccount(notice.account(), Cause.REJECTED, "", null);
        } else if ("APPROVED".equals(decision)) {
            stops.liftAccount(notice.account(), Set.of(Cause.REJECTED));
        }
    }
}
