package app.novelo.conversation.internal;

import app.novelo.channel.Lines;
import app.novelo.conversation.internal.TextRows.Entry;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Company;
import app.novelo.platform.Events;
import app.novelo.platform.NotFound;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with the texts of the catalogue. */
@Service
class TextDesk {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    /** Of a WhatsApp message. */
    private static final int LONGEST = 4096;

    /** What becomes the label of a button is shorter. */
    private static final Map<String, Integer> LABELS = Map.of("message.choose", 20);

    private final TextRows rows;
    private final ShippedTexts shipped;
    private final TextCatalogue catalogue;
    private final Lines lines;
    private final Personas personas;
    private final Company company;
    private final Events events;
    private final Clock clock;

    TextDesk(
            TextRows rows,
            ShippedTexts shipped,
            TextCatalogue catalogue,
            Lines lines,
            Personas personas,
            Company company,
            Events events,
            Clock clock) {
        this.rows = rows;
        this.shipped = shipped;
        this.catalogue = catalogue;
        this.lines = lines;
        this.personas = personas;
        this.company = company;
        this.events = events;
        this.clock = clock;
    }

    List<Entry> all(@Nullable UUID line, @Nullable String language) {
        known(line);
        return rows.all(line, language);
    }

    @Transactional
    public Entry put(Caller caller, Place place, @Nullable String text) {
        var body = text(place.key, text);
        known(place);
        var entry = new Entry(place.key, place.language, place.line, body, true, clock.instant(), caller.id());
        rows.put(entry);
        tell(place);
        return entry;
    }

    /** Everybody's entry says again what was shipped; a line's says again what everybody's does. */
    @Transactional
    public void reset(Place place) {
        known(place);
        var original = place.line == null ? shipped.find(place.key, place.language) : Optional.<String>empty();
        if (original.isPresent()) {
            rows.put(new Entry(place.key, place.language, null, original.get(), false, null, null));
        } else if (!rows.remove(place.key, place.language, place.line)) {
            throw new NotFound("text " + place.key);
        }
        tell(place);
    }

    /** With sample values. */
    String preview(@Nullable UUID line, String text) {
        known(line);
        return catalogue.fill(text("", text), Placeholders.samples(line == null ? company.name() : personas.of(line)));
    }

    /** @param line null = everybody's */
    record Place(String key, String language, @Nullable UUID line) {}

    private void known(Place place) {
        if (!shipped.has(place.key)) {
            throw new NotFound("text " + place.key);
        }
        if (!LANGUAGE.matcher(place.language).matches()) {
            throw new BadRequest("language", "two letters, such as pt");
        }
        known(place.line);
    }

    private void known(@Nullable UUID line) {
        if (line != null && lines.find(line).isEmpty()) {
            throw new BadRequest("line", "there is no such line");
        }
    }

    private static String text(String key, @Nullable String text) {
        int longest = LABELS.getOrDefault(key, LONGEST);
        if (text == null || text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw new BadRequest("text", "a text has 1 to " + longest + " characters");
        }
        var unknown = Placeholders.unknown(text);
        if (!unknown.isEmpty()) {
            throw new BadRequest(
                    "text",
                    "unknown placeholders: " + String.join(", ", unknown) + "; there are "
                            + String.join(", ", Placeholders.names()));
        }
        return text;
    }

    private void tell(Place place) {
        var data = new HashMap<String, Object>(Map.of("key", place.key, "language", place.language));
        if (place.line != null) {
            data.put("line", place.line.toString());
        }
        events.append("text.changed", data);
    }
}
