package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Page;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The company's numbers. One that is added here is Meta's alone until the application is told of it. */
@Hidden
@SandboxOnly
@RestController("sandboxLineController") // module conversation has a bean of the plain name
@RequestMapping("/sandbox/lines")
class CompanyLinesController {

    private final CompanyLines lines;
    private final Accounts accounts;
    private final LineHealths states;
    private final LineEvents events;
    private final Allowances allowances;
    private final Screens screens;

    CompanyLinesController(
            CompanyLines lines,
            Accounts accounts,
            LineHealths states,
            LineEvents events,
            Allowances allowances,
            Screens screens) {
        this.lines = lines;
        this.states = states;
        this.events = events;
        this.allowances = allowances;
        this.accounts = accounts;
        this.screens = screens;
    }

    @GetMapping
    Page<Line> list() {
        return new Page<>(lines.all(), null);
    }

    /**
     * @param display the number as people read it; unset = one is made up
     * @param account id of the account that it belongs to; unset = the first
     */
    record Wish(@Nullable String display, @Nullable String account) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Line add(@RequestBody Wish wish) {
        if (wish.display() != null && Digits.parse(wish.display()).isEmpty()) {
            throw new BadRequest("display", "a phone number has 6 to 15 digits");
        }
        var line = lines.add(accounts.named(wish.account()), wish.display());
        screens.linesChanged();
        return line;
    }

    /**
     * @param free how many messages without a template the month's allowance holds
     * @param used how many of them are used
     */
    record Standing(LineHealth health, int free, int used) {}

    @GetMapping("/{id}")
    Standing standing(@PathVariable String id) {
        var line = lines.named(id);
        return new Standing(states.of(line), Allowances.FREE, allowances.used(line));
    }

    /** Null leaves a field as it is. @param used of the month's free messages */
    record Change(
            @Nullable String verifiedName,
            @Nullable String nameStatus,
            Template.@Nullable Quality quality,
            @Nullable String throughput,
            LineHealth.@Nullable Status status,
            @Nullable Boolean onApp,
            @Nullable Integer used) {

        LineHealths.Change ofHealth() {
            return new LineHealths.Change(verifiedName, nameStatus, quality, throughput, status, onApp);
        }
    }

    @PutMapping("/{id}")
    Standing change(@PathVariable String id, @RequestBody Change change) {
        var line = lines.named(id);
        if (change.used() != null && change.used() < 0) {
            throw new BadRequest("used", "a number has used none or more");
        }
        events.change(line, change.ofHealth());
        if (change.used() != null) {
            allowances.set(line, change.used());
        }
        screens.accountsChanged();
        return standing(id);
    }
}
