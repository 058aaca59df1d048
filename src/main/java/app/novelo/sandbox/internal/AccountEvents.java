package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What Meta does to an account: restricts it, bans it, lets it in again, raises or lowers its limits, warns it.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update">Meta,
 *     account_update</a>
 */
@SandboxOnly
@Service("sandboxAccountEvents")
@Transactional
class AccountEvents {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);
    private static final String UPDATE = "account_update";

    private final Accounts accounts;
    private final Restrictions restrictions;
    private final CompanyLines lines;
    private final AccountNews news;
    private final Clock clock;
    private final MetaJson json;

    AccountEvents(
            Accounts accounts,
            Restrictions restrictions,
            CompanyLines lines,
            AccountNews news,
            Clock clock,
            MetaJson json) {
        this.accounts = accounts;
        this.restrictions = restrictions;
        this.lines = lines;
        this.news = news;
        this.clock = clock;
        this.json = json;
    }

    enum Ban {
        SCHEDULE_FOR_DISABLE,
        DISABLE,
        REINSTATE
    }

    /** A reinstatement lifts restrictions as well. */
    void ban(Account account, Ban state) {
        accounts.ban(account, state == Ban.REINSTATE ? null : state.name());
        if (state == Ban.REINSTATE) {
            restrictions.lift(account);
        }
        var value = json.object().put("event", "DISABLED_UPDATE");
        value.putObject("ban_info")
                .put("waba_ban_state", state.name())
                .put("waba_ban_date", DAY.format(clock.instant().atZone(ZoneOffset.UTC)));
        news.tell(account.id(), UPDATE, value);
    }

    /** @param until null = for good */
    void restrict(Account account, Restrictions.Type type, @Nullable Instant until) {
        restrictions.add(account, type, until);
        var value = json.object().put("event", "ACCOUNT_RESTRICTION");
        var restriction = value.putArray("restriction_info").addObject().put("restriction_type", type.name());
        if (until != null) {
            restriction.put("expiration", until.getEpochSecond());
        }
        news.tell(account.id(), UPDATE, value);
    }

    /** @param severity CRITICAL, WARNING, INFORMATIONAL */
    void alert(Account account, String severity, String status, String type, String description) {
        var value = json.object().put("entity_type", "BUSINESS").put("entity_id", GraphApp.BUSINESS);
        value.putObject("alert_info")
                .put("alert_severity", severity)
                .put("alert_status", status)
                .put("alert_type", type)
                .put("alert_description", description);
        news.tell(account.id(), "account_alerts", value);
    }

    Account change(Account account, Accounts.Change change) {
        var changed = accounts.change(account, change);
        if (!changed.messagingLimit().equals(account.messagingLimit())) {
            lines.all().stream()
                    .filter(line -> line.account().equals(account.id()))
                    .forEach(line -> limit(line, account, changed));
        }
        return changed;
    }

    /** The limit is the account's; Meta tells of it for each number. */
    private void limit(Line line, Account before, Account after) {
        var event = Reach.limit(after) > Reach.limit(before) ? "UPGRADE" : "DOWNGRADE";
        news.tell(after.id(), "phone_number_quality_update", quality(json.object(), line, event, after));
    }

    static ObjectNode quality(ObjectNode value, Line line, String event, Account account) {
        return value.put("display_phone_number", line.digits())
                .put("event", event)
                .put("max_daily_conversations_per_business", account.messagingLimit());
    }
}
