package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Page;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
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
    private final Screens screens;

    CompanyLinesController(CompanyLines lines, Accounts accounts, Screens screens) {
        this.lines = lines;
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
}
