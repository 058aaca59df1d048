package app.novelo.channel.whatsapp;

import app.novelo.channel.Account.Restriction;
import app.novelo.channel.AccountNotice;
import app.novelo.channel.LineStop.Cause;
import app.novelo.channel.LineStops;
import app.novelo.channel.NoticeHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code account_update}: bans, restrictions, the end of an account. What forbids answers to customers stops all lines of
 * the account until Meta takes it back, or a person does.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/business-management-api/webhooks/components">Meta, Webhooks</a>
 */
@Component
class AccountUpdates implements NoticeHandler {

    /** What our answers to customers are, however it is called. */
    private static final String ANSWERS = "RESTRICTED_CUSTOMER_INITIATED_MESSAGING";

    private static final String WARNING = "WARNING";

    private final AccountRows accounts;
    private final AlertRows alerts;
    private final LineStops stops;

    AccountUpdates(AccountRows accounts, AlertRows alerts, LineStops stops) {
        this.accounts = accounts;
        this.alerts = alerts;
        this.stops = stops;
    }

    @Override
    public Set<String> fields() {
        return Set.of("account_update");
    }

    @Override
    public void handle(AccountNotice notice) {
        var account = notice.account();
        var value = notice.value();
        var event = value.path("event").asText();
        switch (event) {
            case "DISABLED_UPDATE" -> ban(account, value.path("ban_info"));
            case "ACCOUNT_RESTRICTION" -> restrict(account, value.path("restriction_info"));
            case "ACCOUNT_DELETED" -> stops.stopAccount(account, Cause.DELETED, "", null);
            case "ACCOUNT_OFFBOARDED" -> stops.stopAccount(account, Cause.OFFBOARDED, "", null);
            case "ACCOUNT_RECONNECTED" -> stops.liftAccount(account, Set.of(Cause.OFFBOARDED));
            case "ACCOUNT_VIOLATION" ->
                alert(account, event, Told.sentence(value.path("violation_info").path("violation_type")), notice.at());
            case "PARTNER_REMOVED", "PARTNER_APP_UNINSTALLED" ->
                alert(
                        account,
                        event,
                        Told.sentence(value.path("disconnection_info").path("reason")),
                        notice.at());
            default -> {} // of no consequence for what is sent; it stands among the notices
        }
    }

    private void ban(String account, JsonNode info) {
        var state = Told.word(
                info.path("waba_ban_state"), info.path("waba_ban_state").path(0));
        accounts.ban(account, state);
        if ("DISABLE".equals(state)) {
            stops.stopAccount(account, Cause.BANNED, Told.sentence(info.path("waba_ban_date")), null);
        } else if ("REINSTATE".equals(state)) {
            accounts.unrestrict(account);
            stops.liftAccount(account, Set.of(Cause.BANNED, Cause.RESTRICTED));
        }
    }

    /** Whether it tells the new ones or all is written nowhere: others stay until they end. None at all lifts all. */
    private void restrict(String account, JsonNode info) {
        if (info.isEmpty()) {
            accounts.unrestrict(account);
            stops.liftAccount(account, Set.of(Cause.RESTRICTED));
        }
        info.forEach(
                one -> restrict(account, Told.word(one.path("restriction_type")), Told.end(one.path("expiration"))));
    }

    private void restrict(String account, @Nullable String type, @Nullable Instant until) {
        if (type == null) {
            return;
        }
        accounts.restrict(account, new Restriction(type, until));
        if (type.equals(ANSWERS)) {
            stops.stopAccount(account, Cause.RESTRICTED, type, until);
        }
    }

    private void alert(String account, String kind, String description, Instant at) {
        if (accounts.exists(account)) {
            alerts.raise(account, "", kind, WARNING, description, at);
            accounts.tell(account, 1);
        }
    }
}
