package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a customer stands to the company's number: whether he blocks it, whether he wants its advertising. */
@Hidden
@SandboxOnly
@RestController("sandboxPhoneStanceController")
@RequestMapping("/sandbox/phones/{number}")
class PhoneStanceController {

    private final Phones phones;
    private final CompanyLines lines;
    private final Stances stances;
    private final PhonePreferences preferences;

    PhoneStanceController(Phones phones, CompanyLines lines, Stances stances, PhonePreferences preferences) {
        this.phones = phones;
        this.lines = lines;
        this.stances = stances;
        this.preferences = preferences;
    }

    @GetMapping("/stance")
    Stances.Stance stance(@PathVariable String number, @RequestParam(required = false) @Nullable String line) {
        return stances.of(Digits.of(number), lines.named(line));
    }

    record Block(@Nullable Boolean blocked) {}

    /** Of a block Meta tells nothing. */
    @PostMapping("/block")
    Stances.Stance block(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String line,
            @RequestBody Block block) {
        if (block.blocked() == null) {
            throw new BadRequest("blocked", "say whether he blocks the company");
        }
        var phone = phones.at(Digits.of(number));
        return stances.change(phone.number(), lines.named(line), block.blocked(), null);
    }

    enum Wish {
        @JsonProperty("stop")
        STOP,
        @JsonProperty("resume")
        RESUME
    }

    record Preference(@Nullable Wish value) {}

    @PostMapping("/preferences")
    Stances.Stance prefer(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String line,
            @RequestBody Preference preference) {
        if (preference.value() == null) {
            throw new BadRequest("value", "marketing stops or resumes");
        }
        var phone = phones.at(Digits.of(number));
        return preferences.change(lines.named(line), phone, preference.value() == Wish.STOP);
    }
}
