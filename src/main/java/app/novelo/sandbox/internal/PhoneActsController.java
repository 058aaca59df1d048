package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a customer does with his phone besides writing. */
@Hidden
@SandboxOnly
@RestController
@RequestMapping("/sandbox/phones/{number}")
class PhoneActsController {

    private static final int LONGEST_CALL = 86_400;

    private final Phones phones;
    private final Lines lines;
    private final Calls calls;
    private final Identities identities;
    private final Exchange exchange;
    private final Screens screens;

    PhoneActsController(
            Phones phones, Lines lines, Calls calls, Identities identities, Exchange exchange, Screens screens) {
        this.phones = phones;
        this.lines = lines;
        this.calls = calls;
        this.identities = identities;
        this.exchange = exchange;
        this.screens = screens;
    }

    /** @param seconds that they talked; a minute unless said otherwise */
    record Call(Calls.@Nullable Outcome outcome, @Nullable Integer seconds) {}

    @PostMapping("/calls")
    @ResponseStatus(HttpStatus.CREATED)
    MessageView call(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String line,
            @RequestBody Call call) {
        var seconds = call.seconds() == null ? 60 : call.seconds();
        if (call.outcome() == null || seconds < 0 || seconds > LONGEST_CALL) {
            throw new BadRequest("outcome", "a call is missed, declined or completed, and lasts a day at most");
        }
        var phone = phones.at(Digits.of(number));
        var made = calls.call(lines.named(line), phone, call.outcome(), seconds);
        screens.changed(phone.number());
        return MessageView.of(made);
    }

    /** @param to digits of the new number */
    record Move(@Nullable String to) {}

    @PostMapping("/number-change")
    PhoneView changeNumber(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String line,
            @RequestBody Move move) {
        var to = Digits.parse(move.to() == null ? "" : move.to());
        var phone = phones.at(Digits.of(number));
        var moved = identities.changeNumber(
                lines.named(line),
                phone,
                to.orElseThrow(() -> new BadRequest("to", "a phone number has 6 to 15 digits")));
        screens.phonesChanged();
        return PhoneView.of(moved, null, List.of());
    }

    @PostMapping("/user-change")
    PhoneView changeUser(@PathVariable String number, @RequestParam(required = false) @Nullable String line) {
        var changed = identities.changeUser(lines.named(line), phones.at(Digits.of(number)));
        screens.phonesChanged();
        return PhoneView.of(changed, null, List.of());
    }

    /** @param id of a voice note of the company */
    record Heard(String id) {}

    @PostMapping("/played")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void played(@PathVariable String number, @RequestBody Heard heard) {
        var phone = phones.at(Digits.of(number));
        if (exchange.played(phone, heard.id())) {
            screens.changed(phone.number());
        }
    }
}
