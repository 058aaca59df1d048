package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Page;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The customers' phones, for the page and for scripts. */
@Hidden
@SandboxOnly
@RestController
@RequestMapping("/sandbox/phones")
class PhoneController {

    private static final int LONGEST_NAME = 60;

    private final Phones phones;
    private final Chats chats;
    private final Exchange exchange;
    private final Lines lines;
    private final Screens screens;

    PhoneController(Phones phones, Chats chats, Exchange exchange, Lines lines, Screens screens) {
        this.phones = phones;
        this.chats = chats;
        this.exchange = exchange;
        this.lines = lines;
        this.screens = screens;
    }

    @GetMapping
    Page<PhoneView> list() {
        var last = chats.lastOfEach();
        var unread = chats.unread();
        var items = phones.all().stream()
                .map(phone -> PhoneView.of(phone, last.get(phone.number()), unread))
                .toList();
        return new Page<>(items, null);
    }

    @PutMapping("/{number}")
    PhoneView change(@PathVariable String number, @RequestBody Phones.Change change) {
        if (change.name() != null && (change.name().isBlank() || change.name().length() > LONGEST_NAME)) {
            throw new BadRequest("name", "a name has 1 to 60 characters");
        }
        var phone = phones.change(Digits.of(number), change);
        screens.phonesChanged();
        return PhoneView.of(phone, null, List.of());
    }

    /** @param line id of the company's number; unset = the chats with all of them together */
    @GetMapping("/{number}/messages")
    Page<MessageView> messages(@PathVariable String number, @RequestParam(required = false) @Nullable String line) {
        var phone = phones.at(Digits.of(number));
        List<MessageView> items = chats.of(phone.number(), line == null ? null : lines.named(line)).stream()
                .map(MessageView::of)
                .toList();
        return new Page<>(items, null);
    }

    /**
     * @param line id of the company's number that he writes to; unset = the first
     * @param message a message object of the Cloud API without {@code from} and {@code id}
     */
    @PostMapping("/{number}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    MessageView write(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String line,
            @RequestBody ObjectNode message) {
        var phone = phones.at(Digits.of(number));
        var written = exchange.write(lines.named(line), phone, message);
        screens.changed(phone.number());
        return MessageView.of(written);
    }

    /** @param upTo id of the newest message of the company on the screen */
    record Seen(String upTo) {}

    @PostMapping("/{number}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String number, @RequestBody Seen seen) {
        var phone = phones.at(Digits.of(number));
        if (exchange.readByCustomer(phone, seen.upTo())) {
            screens.changed(phone.number());
        }
    }

    @GetMapping(path = "/{number}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String number) {
        return screens.open(phones.at(Digits.of(number)).number());
    }
}
