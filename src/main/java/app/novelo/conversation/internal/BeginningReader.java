package app.novelo.conversation.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.conversation.NoConsent;
import app.novelo.conversation.internal.BeginningController.Start;
import app.novelo.customer.Customer;
import app.novelo.customer.CustomerStaff;
import app.novelo.customer.Customers;
import app.novelo.customer.Registration;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody wants to begin a conversation with: with whom he may, on a line that there is. */
@Component
class BeginningReader {

    private static final int LONGEST_NOTE = 1000;

    private final Customers customers;
    private final Registration registration;
    private final CustomerStaff staff;
    private final CustomersSeen seen;
    private final Lines lines;
    private final MessageReader messages;

    BeginningReader(
            Customers customers,
            Registration registration,
            CustomerStaff staff,
            CustomersSeen seen,
            Lines lines,
            MessageReader messages) {
        this.customers = customers;
        this.registration = registration;
        this.staff = staff;
        this.seen = seen;
        this.lines = lines;
        this.messages = messages;
    }

    Beginning read(Caller caller, Start start) {
        if (!staff.serves(caller)) {
            throw new NotFound("page");
        }
        var template = template(start.template());
        var line = line(start.line());
        var note = note(start.note());
        return new Beginning(customer(caller, start), line, template, note);
    }

    private Said template(@Nullable NewMessage told) {
        if (told == null) {
            throw new BadRequest("template", "who has not written is written to with a template first");
        }
        return messages.read(new NewMessage(
                "template",
                told.text(),
                null,
                told.media(),
                null,
                told.content(),
                told.name(),
                told.language(),
                told.values(),
                null,
                null));
    }

    private UUID line(@Nullable UUID asked) {
        var active = lines.all().stream().filter(Line::active).map(Line::id).toList();
        if (asked == null && active.size() == 1) {
            return active.get(0);
        }
        if (asked == null || !active.contains(asked)) {
            throw new BadRequest(
                    "line", asked == null ? "there are several: one must be named" : "there is no such line");
        }
        return asked;
    }

    private static @Nullable String note(@Nullable String text) {
        if (text != null && text.length() > LONGEST_NOTE) {
            throw new BadRequest("note", "at most " + LONGEST_NOTE + " characters");
        }
        return text == null || text.isBlank() ? null : StorableText.of(text.strip());
    }

    /** A number that nobody has is a stranger's, who has agreed to nothing: he is written down first, with what he allows. */
    private UUID customer(Caller caller, Start start) {
        if ((start.customer() == null) == (start.phone() == null)) {
            throw new BadRequest("customer", "either customer or phone names him");
        }
        var id = start.customer() != null
                ? start.customer()
                : known(String.valueOf(start.phone()))
                        .orElseThrow(() -> new NoConsent(Refusal.STRANGER.title(), Refusal.STRANGER.word()));
        return customers
                .find(id)
                .filter(customer -> isVisible(caller, customer))
                .map(Customer::id)
                .orElseThrow(() -> new NotFound("customer " + id));
    }

    private Optional<UUID> known(String phone) {
        var dialled = registration.required(phone);
        return Optional.ofNullable(registration.known(List.of(dialled)).get(dialled));
    }

    private boolean isVisible(Caller caller, Customer customer) {
        return caller.isManager()
                || caller.id().equals(customer.owner())
                || !seen.visible(caller, List.of(customer.id())).isEmpty();
    }
}
