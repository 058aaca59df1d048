package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The owner with the app on his phone, for the page and for scripts. */
@Hidden
@SandboxOnly
@RestController("sandboxOwnerAppController")
@RequestMapping("/sandbox/lines/{line}/app")
class OwnerAppController {

    private static final int USUAL_PIECE = 100;
    private static final int MOST_IN_A_PIECE = 5_000;

    private final CompanyLines lines;
    private final Phones phones;
    private final OwnerApp app;
    private final OwnerPast past;
    private final OwnerHistory history;
    private final Screens screens;

    OwnerAppController(
            CompanyLines lines, Phones phones, OwnerApp app, OwnerPast past, OwnerHistory history, Screens screens) {
        this.lines = lines;
        this.phones = phones;
        this.app = app;
        this.past = past;
        this.history = history;
        this.screens = screens;
    }

    /** @param message a message object of the Cloud API, and {@code to} whom */
    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.CREATED)
    MessageView write(@PathVariable String line, @RequestBody ObjectNode message) {
        var phone = phones.at(Digits.of(message.path("to").asText()));
        message.remove("to");
        var written = app.write(lines.named(line), phone, message);
        screens.changed(phone.number());
        return MessageView.of(written);
    }

    record Book(OwnerApp.@Nullable Act action, @Nullable List<OwnerApp.Contact> contacts) {}

    @PostMapping("/contacts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void know(@PathVariable String line, @RequestBody Book book) {
        if (book.contacts() == null || book.contacts().isEmpty()) {
            throw new BadRequest("contacts", "there is nobody to know");
        }
        app.know(lines.named(line), book.action() == null ? OwnerApp.Act.ADD : book.action(), book.contacts());
    }

    /**
     * @param declined the owner does not share his chats; there are no threads then
     * @param chunk most messages in one webhook; unset = 100
     */
    record Import(@Nullable Boolean declined, @Nullable Integer chunk, @Nullable List<OwnerPast.Thread> threads) {}

    /** @param messages how many there were */
    record Imported(int messages) {}

    @PostMapping("/history")
    @ResponseStatus(HttpStatus.CREATED)
    Imported bring(@PathVariable String line, @RequestBody Import wish) {
        var number = lines.named(line);
        if (Boolean.TRUE.equals(wish.declined())) {
            history.decline(number);
            return new Imported(0);
        }
        int chunk = wish.chunk() == null ? USUAL_PIECE : wish.chunk();
        if (chunk < 1 || chunk > MOST_IN_A_PIECE) {
            throw new BadRequest("chunk", "a piece holds 1 to 5000 messages");
        }
        var count = past.bring(number, wish.threads() == null ? List.of() : wish.threads(), chunk);
        screens.phonesChanged();
        phones.all().forEach(phone -> screens.changed(phone.number()));
        return new Imported(count);
    }
}
