package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.Template.Quality;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What Meta thinks of a number, and tells of it. Of a status other than by quality it tells nothing; a business reads it.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/phone_number_quality_update">Meta,
 *     phone_number_quality_update</a>
 */
@SandboxOnly
@Service("sandboxLineEvents")
@Transactional
class LineEvents {

    private final LineHealths states;
    private final Accounts accounts;
    private final AccountNews news;
    private final MetaJson json;

    LineEvents(LineHealths states, Accounts accounts, AccountNews news, MetaJson json) {
        this.states = states;
        this.accounts = accounts;
        this.news = news;
        this.json = json;
    }

    LineHealth change(Line line, LineHealths.Change change) {
        var before = states.of(line);
        var after = states.change(line, change);
        var event = event(before, after);
        if (event != null) {
            var account = accounts.find(line.account()).orElseThrow();
            news.tell(
                    account.id(),
                    "phone_number_quality_update",
                    AccountEvents.quality(json.object(), line, event, account));
        }
        if (!before.nameStatus().equals(after.nameStatus())
                || !before.verifiedName().equals(after.verifiedName())) {
            name(line, after);
        }
        return after;
    }

    private static @Nullable String event(LineHealth before, LineHealth after) {
        if (before.quality() != after.quality() && after.quality() == Quality.RED) {
            return "FLAGGED";
        }
        if (before.quality() == Quality.RED && after.quality() != Quality.RED) {
            return "UNFLAGGED";
        }
        return !before.throughput().equals(after.throughput())
                        && after.throughput().equals("HIGH")
                ? "THROUGHPUT_UPGRADE"
                : null;
    }

    private void name(Line line, LineHealth after) {
        var value = json.object()
                .put("display_phone_number", line.digits())
                .put("decision", after.nameStatus())
                .put("requested_verified_name", after.verifiedName())
                .put("rejection_reason", after.nameStatus().equals("APPROVED") ? "NONE" : "NAME_NOT_CONSISTENT");
        news.tell(line.account(), "phone_number_name_update", value);
    }
}
