package app.novelo.channel.whatsapp;

import app.novelo.channel.Account;
import app.novelo.channel.Lines;
import app.novelo.channel.Standings;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Business accounts and what Meta says of them; for managers. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

    private final Standings standings;
    private final AlertRows alerts;
    private final AccountRows accounts;
    private final Lines lines;
    private final Clock clock;

    AccountController(Standings standings, AlertRows alerts, AccountRows accounts, Lines lines, Clock clock) {
        this.standings = standings;
        this.alerts = alerts;
        this.accounts = accounts;
        this.lines = lines;
        this.clock = clock;
    }

    @GetMapping
    Page<AccountView> list() {
        Callers.managersOnly();
        return new Page<>(standings.accounts().stream().map(this::view).toList(), null);
    }

    @GetMapping("/{id}")
    AccountView one(@PathVariable String id) {
        Callers.managersOnly();
        return standings.account(id).map(this::view).orElseThrow(() -> new NotFound("account " + id));
    }

    /** Somebody has looked at it. */
    @PostMapping("/{id}/alerts/{alert}/settle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void settle(@PathVariable String id, @PathVariable long alert) {
        Callers.managersOnly();
        if (!alerts.settle(id, alert, Callers.current().id(), clock.instant())) {
            throw new NotFound("alert " + alert);
        }
        accounts.tell(id, 1);
    }

    private AccountView view(Account account) {
        return new AccountView(
                account,
                lines.ofAccount(account.id()).stream()
                        .map(line -> line.id().toString())
                        .toList());
    }

    /** @param lines ids of the lines that belong to it */
    record AccountView(@JsonUnwrapped Account account, List<String> lines) {}
}
