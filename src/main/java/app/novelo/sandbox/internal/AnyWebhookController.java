package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.sandbox.internal.WebhookUpdate.Kind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks of any kind: what no phone brings about, such as an account's warnings or a marketing opt-out. */
@Hidden
@SandboxOnly
@RestController
@RequestMapping("/sandbox/webhooks")
class AnyWebhookController {

    private final WebhookQueue queue;
    private final CompanyLines lines;
    private final Accounts accounts;
    private final AccountNews news;
    private final MetaJson json;

    AnyWebhookController(WebhookQueue queue, CompanyLines lines, Accounts accounts, AccountNews news, MetaJson json) {
        this.queue = queue;
        this.lines = lines;
        this.accounts = accounts;
        this.news = news;
        this.json = json;
    }

    /**
     * @param field such as {@code messages}, {@code account_update}, {@code user_preferences}
     * @param value handed over as it is, signed
     * @param line set: product and metadata of this line are put into the value
     * @param account set: it is told of this account, with the time
     */
    record Wish(@Nullable String field, @Nullable ObjectNode value, @Nullable String line, @Nullable String account) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void tell(@RequestBody Wish wish) {
        if (wish.field() == null || wish.value() == null) {
            throw new BadRequest("field", "a webhook has a field and a value");
        }
        if (wish.account() != null) {
            news.tell(accounts.named(wish.account()).id(), wish.field(), wish.value());
            return;
        }
        var line = lines.named(wish.line());
        var change = json.object().put("field", wish.field()).put("complete", wish.line() != null);
        change.set("value", wish.value());
        queue.add(WebhookUpdate.of(Kind.VALUE, line.id(), "", new Digits(line.digits()), change, null));
    }
}
