package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What Meta does to an account, for the page and for scripts. */
@Hidden
@SandboxOnly
@RestController("sandboxAccountEventsController")
@RequestMapping("/sandbox/accounts/{id}")
class AccountEventsController {

    private final Accounts accounts;
    private final AccountEvents events;
    private final Clock clock;
    private final Screens screens;

    AccountEventsController(Accounts accounts, AccountEvents events, Clock clock, Screens screens) {
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
        this.screens = screens;
    }

    record BanWish(AccountEvents.@Nullable Ban state) {}

    @PostMapping("/ban")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ban(@PathVariable String id, @RequestBody BanWish wish) {
        if (wish.state() == null) {
            throw new BadRequest("state", "a ban is scheduled, done or ended");
        }
        events.ban(accounts.named(id), wish.state());
        screens.accountsChanged();
    }

    /** @param duration business time; unset = for good */
    record Restriction(Restrictions.@Nullable Type type, @Nullable Duration duration) {}

    @PostMapping("/restrictions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restrict(@PathVariable String id, @RequestBody Restriction wish) {
        if (wish.type() == null) {
            throw new BadRequest("type", "a restriction has a type");
        }
        var until = wish.duration() == null ? null : clock.instant().plus(wish.duration());
        events.restrict(accounts.named(id), wish.type(), until);
        screens.accountsChanged();
    }

    /**
     * @param severity unset = WARNING
     * @param status unset = ACTIVE
     */
    record Alert(
            @Nullable String severity, @Nullable String status, @Nullable String type, @Nullable String description) {}

    @PostMapping("/alerts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void alert(@PathVariable String id, @RequestBody Alert alert) {
        if (alert.type() == null) {
            throw new BadRequest("type", "an alert has a type");
        }
        events.alert(
                accounts.named(id),
                Objects.requireNonNullElse(alert.severity(), "WARNING"),
                Objects.requireNonNullElse(alert.status(), "ACTIVE"),
                alert.type(),
                Objects.requireNonNullElse(alert.description(), ""));
    }
}
