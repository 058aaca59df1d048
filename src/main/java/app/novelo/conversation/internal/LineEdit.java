package app.novelo.conversation.internal;

import app.novelo.channel.Line;
import app.novelo.desk.Calendars;
import app.novelo.desk.Queues;
import app.novelo.desk.UnknownCalendar;
import app.novelo.platform.BadRequest;
import app.novelo.platform.UserDirectory;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a manager says of a line; null takes a value away. */
@Component
class LineEdit {

    private static final Set<String> IDS = Set.of("channel", "providerId", "account");
    private static final Set<String> FIELDS =
            Set.of("display", "name", "queue", "manager", "calendar", "language", "persona", "active");

    /** Opaque, but it stands in addresses. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** As the catalogue of texts has it. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    private static final String WHATSAPP = "whatsapp";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NUMBER = 40;

    private final Queues queues;
    private final Calendars calendars;
    private final UserDirectory users;
    private final Clock clock;

    LineEdit(Queues queues, Calendars calendars, UserDirectory users, Clock clock) {
        this.queues = queues;
        this.calendars = calendars;
        this.users = users;
        this.clock = clock;
    }

    Line added(JsonNode wish) {
        wish.fieldNames().forEachRemaining(field -> {
            if (!IDS.contains(field)) {
                allow(field);
            }
        });
        var channel = wish.has("channel") ? text(wish, "channel", LONGEST_NAME) : WHATSAPP;
        if (!WHATSAPP.equals(channel)) {
            throw new BadRequest("channel", "whatsapp is the only one");
        }
        var bare = new Line(UUID.randomUUID(), WHATSAPP, id(wish, "providerId"), display(wish), id(wish, "account"));
        return set(bare, wish);
    }

    Line changed(Line line, JsonNode change) {
        change.fieldNames().forEachRemaining(LineEdit::allow);
        return set(line, change);
    }

    private static void allow(String field) {
        if (!FIELDS.contains(field)) {
            throw new BadRequest(field, "not a setting of a line");
        }
    }

    private Line set(Line line, JsonNode change) {
        return new Line(
                line.id(),
                line.channel(),
                line.providerId(),
                change.has("display") ? display(change) : line.display(),
                line.accountId(),
                change.has("name") ? name(change) : line.name(),
                change.has("queue") ? queue(change) : line.queue(),
                change.has("manager") ? manager(change) : line.manager(),
                change.has("calendar") ? calendar(change) : line.calendar(),
                change.has("language") ? language(change) : line.language(),
                change.has("persona") ? text(change, "persona", LONGEST_NAME) : line.persona(),
                change.has("active") ? offSince(line, change) : line.offSince());
    }

    private static String id(JsonNode wish, String field) {
        var id = wish.path(field).asText();
        if (!ID.matcher(id).matches()) {
            throw new BadRequest(field, "the id that WhatsApp gives it; not the number that people dial");
        }
        return id;
    }

    private static @Nullable String text(JsonNode change, String field, int longest) {
        var value = change.get(field);
        if (value == null
                || value.isNull()
                || value.isTextual() && value.asText().isBlank()) {
            return null;
        }
        var text = value.asText().strip();
        if (!value.isTextual() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new BadRequest(field, "a line of at most " + longest + " characters, or null");
        }
        return text;
    }

    private static String display(JsonNode change) {
        var display = text(change, "display", LONGEST_NUMBER);
        if (display == null) {
            throw new BadRequest("display", "the number as people dial it");
        }
        return display;
    }

    private static String name(JsonNode change) {
        var name = text(change, "name", LONGEST_NAME);
        return name == null ? "" : name;
    }

    private @Nullable String queue(JsonNode change) {
        var queue = text(change, "queue", LONGEST_NAME);
        if (queue != null && queues.find(queue).isEmpty()) {
            throw new BadRequest("queue", "no such queue");
        }
        return queue;
    }

    private @Nullable String manager(JsonNode change) {
        var manager = text(change, "manager", LONGEST_NAME);
        if (manager != null && users.find(manager).isEmpty()) {
            throw new BadRequest("manager", "no such user");
        }
        return manager;
    }

    private @Nullable String calendar(JsonNode change) {
        var calendar = text(change, "calendar", LONGEST_NAME);
        try {
            if (calendar != null) {
                calendars.isOpen(calendar, clock.instant());
            }
            return calendar;
        } catch (UnknownCalendar e) {
            throw new BadRequest("calendar", "no such calendar");
        }
    }

    private static @Nullable String language(JsonNode change) {
        var language = text(change, "language", LONGEST_NAME);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new BadRequest("language", "two letters, such as pt");
        }
        return language;
    }

    private @Nullable Instant offSince(Line line, JsonNode change) {
        var active = change.path("active");
        if (!active.isBoolean()) {
            throw new BadRequest("active", "true or false");
        }
        if (active.asBoolean()) {
            return null;
        }
        return line.offSince() != null ? line.offSince() : clock.instant();
    }
}
