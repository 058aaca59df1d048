package app.novelo.exchange.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.customer.Contact;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.customer.Registration;
import app.novelo.customer.SavedNames;
import app.novelo.customer.SavedNames.SavedName;
import app.novelo.platform.BadRequest;
import app.novelo.platform.NoveloSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks how somebody wants a chat to be read; what the preview has found is taken where he says nothing. */
@Component
class ChatDecisions {

    private final Customers customers;
    private final Registration registration;
    private final SavedNames names;
    private final Lines lines;
    private final NoveloSettings settings;
    private final Clock clock;

    ChatDecisions(
            Customers customers,
            Registration registration,
            SavedNames names,
            Lines lines,
            NoveloSettings settings,
            Clock clock) {
        this.names = names;
        this.customers = customers;
        this.registration = registration;
        this.lines = lines;
        this.settings = settings;
        this.clock = clock;
    }

    ChatChoices of(ChatPreview preview, JsonNode asked) {
        var names = preview.participants().stream()
                .map(ChatPreview.Participant::name)
                .toList();
        if (preview.asks().contains("us") && !asked.has("us")) {
            throw new BadRequest("us", "who of the participants is the company, or null: " + names);
        }
        var us = asked.has("us") ? participant(asked, "us", names) : preview.us();
        var them = asked.has("them") ? participant(asked, "them", names) : other(names, us, preview.customer());
        if (us == null && them == null || us != null && us.equals(them)) {
            throw new BadRequest("us", "say who of the participants is the company: " + names);
        }
        return new ChatChoices(us, them, customer(asked, them), line(asked), order(preview, asked), zone(asked));
    }

    /** Of two the other is the customer; of more it has to be said. */
    private static @Nullable String other(List<String> names, @Nullable String us, @Nullable String found) {
        if (found != null && !found.equals(us)) {
            return found;
        }
        if (names.size() > 2) {
            throw new BadRequest("them", "more than two write in it: say who is the customer");
        }
        return names.stream().filter(name -> !name.equals(us)).findFirst().orElse(null);
    }

    private static @Nullable String participant(JsonNode asked, String field, List<String> names) {
        var name = asked.path(field);
        if (name.isNull()) {
            return null;
        }
        if (!names.contains(name.asText())) {
            throw new BadRequest(field, "one of the participants, or null");
        }
        return name.asText();
    }

    private UUID customer(JsonNode asked, @Nullable String name) {
        if (asked.hasNonNull("customer")) {
            return uuid(asked, "customer")
                    .flatMap(customers::find)
                    .map(Customer::id)
                    .orElseThrow(() -> new BadRequest("customer", "there is no such customer"));
        }
        var phone = registration
                .dialled(asked.path("phone").asText())
                .orElseThrow(() -> new BadRequest("phone", "whose chat it is: the number, or the id of a customer"));
        var now = clock.instant();
        var customer = customers.identify(new Contact(phone, null, null, null, null), now);
        Optional.ofNullable(named(name)).ifPresent(known -> names.save(List.of(new SavedName(phone, known, now))));
        return customer;
    }

    /** Who is in no address book is exported under his number. */
    private static @Nullable String named(@Nullable String name) {
        return name == null || name.matches("[+0-9 ()\\-]+") ? null : name;
    }

    private static Optional<UUID> uuid(JsonNode asked, String field) {
        try {
            return Optional.of(UUID.fromString(asked.path(field).asText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private UUID line(JsonNode asked) {
        if (asked.hasNonNull("line")) {
            return uuid(asked, "line")
                    .flatMap(lines::find)
                    .map(Line::id)
                    .orElseThrow(() -> new BadRequest("line", "there is no such line"));
        }
        var all = lines.all();
        if (all.size() != 1) {
            throw new BadRequest("line", "there are several lines: say over which it was said");
        }
        return all.get(0).id();
    }

    private static DayOrder order(ChatPreview preview, JsonNode asked) {
        var order = asked.hasNonNull("order")
                ? Arrays.stream(DayOrder.values())
                        .filter(one -> one.name().equals(asked.path("order").asText()))
                        .findFirst()
                        .orElse(null)
                : preview.order();
        if (order == null || !preview.orders().contains(order)) {
            throw new BadRequest("order", "how its dates are written, one of " + preview.orders());
        }
        return order;
    }

    private ZoneId zone(JsonNode asked) {
        try {
            return asked.hasNonNull("zone") ? ZoneId.of(asked.path("zone").asText()) : settings.timeZone();
        } catch (DateTimeException e) {
            throw new BadRequest("zone", "a time zone such as America/Sao_Paulo");
        }
    }
}
