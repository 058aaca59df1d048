package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Page;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The business accounts and their tokens, for the page and for scripts. */
@Hidden
@SandboxOnly
@RestController("sandboxAccountController")
@RequestMapping("/sandbox/accounts")
class AccountController {

    private static final Set<String> LIMITS =
            Set.of("TIER_50", "TIER_250", "TIER_2K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED");
    private static final int LONGEST_REVIEW = 3_600_000;

    private final Accounts accounts;
    private final AccountEvents events;
    private final Tokens tokens;
    private final Screens screens;

    AccountController(Accounts accounts, AccountEvents events, Tokens tokens, Screens screens) {
        this.accounts = accounts;
        this.events = events;
        this.tokens = tokens;
        this.screens = screens;
    }

    @GetMapping
    Page<Account> list() {
        return new Page<>(accounts.all(), null);
    }

    /** @param name unset = one is made up */
    record Wish(@Nullable String name) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Account add(@RequestBody Wish wish) {
        var account = accounts.add(wish.name());
        screens.accountsChanged();
        return account;
    }

    @PutMapping("/{id}")
    Account change(@PathVariable String id, @RequestBody Accounts.Change change) {
        if (change.messagingLimit() != null && !LIMITS.contains(change.messagingLimit())) {
            throw new BadRequest("messagingLimit", "a limit is one of " + LIMITS);
        }
        var review = change.reviewMillis();
        if (review != null && (review < 0 || review > LONGEST_REVIEW)) {
            throw new BadRequest("reviewMillis", "a review takes no time to an hour");
        }
        var changed = events.change(accounts.named(id), change);
        screens.accountsChanged();
        return changed;
    }

    @GetMapping("/{id}/tokens")
    Page<Token> tokens(@PathVariable String id) {
        return new Page<>(tokens.of(accounts.named(id)), null);
    }

    /**
     * @param value unset = one is made up; one that was revoked is good again
     * @param scopes unset = all that are needed
     * @param expiresAt business time; unset = never
     */
    record TokenWish(@Nullable String value, @Nullable List<String> scopes, @Nullable Instant expiresAt) {}

    @PostMapping("/{id}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Token issue(@PathVariable String id, @RequestBody TokenWish wish) {
        var scopes = wish.scopes() == null ? Token.Scope.all() : wish.scopes();
        if (!new HashSet<>(Token.Scope.all()).containsAll(scopes)) {
            throw new BadRequest("scopes", "the scopes are " + Token.Scope.all());
        }
        var token = tokens.issue(accounts.named(id), wish.value(), scopes, wish.expiresAt());
        screens.accountsChanged();
        return token;
    }

    /** Revokes all. */
    @DeleteMapping("/{id}/tokens")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        tokens.revoke(accounts.named(id));
        screens.accountsChanged();
    }
}
