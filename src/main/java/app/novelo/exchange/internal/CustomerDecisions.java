package app.novelo.exchange.internal;

import app.novelo.customer.Purpose;
import app.novelo.platform.BadRequest;
import app.novelo.platform.NoveloSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks how somebody wants a list to be taken in. Nobody is written to for a consent that nobody can prove. */
@Component
class CustomerDecisions {

    private static final int LONGEST_SOURCE = 200;

    private final NoveloSettings settings;
    private final Clock clock;

    CustomerDecisions(NoveloSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    CustomerChoices of(CustomerPreview preview, JsonNode asked) {
        var consent = asked.path("consent");
        var purposes = purposes(consent.path("purposes"));
        var source = source(consent.path("source"));
        if (source == null && (!purposes.isEmpty() || preview.withoutSource() > 0)) {
            throw new BadRequest(
                    "consent.source", "how it is known that they allow to be written to, such as a form or a fair");
        }
        return new CustomerChoices(
                fill(asked.path("duplicates")),
                fields(preview, asked.path("fields")),
                purposes,
                source,
                at(consent.path("at")));
    }

    /** Nothing of a list is kept that nobody has asked for. */
    private static List<String> fields(CustomerPreview preview, JsonNode heads) {
        var further = preview.columns().stream()
                .filter(CsvColumns.Column::further)
                .map(CsvColumns.Column::header)
                .toList();
        var fields = new ArrayList<String>();
        for (var head : heads) {
            if (!further.contains(head.asText())) {
                throw new BadRequest("fields", "of the further columns: " + further);
            }
            fields.add(head.asText());
        }
        return fields.stream().distinct().toList();
    }

    private static boolean fill(JsonNode duplicates) {
        return switch (duplicates.asText("skip")) {
            case "skip" -> false;
            case "fill" -> true;
            default -> throw new BadRequest("duplicates", "skip or fill");
        };
    }

    private static List<Purpose> purposes(JsonNode names) {
        var purposes = new ArrayList<Purpose>();
        for (var name : names) {
            purposes.add(Arrays.stream(Purpose.values())
                    .filter(purpose -> purpose.name().equals(name.asText()))
                    .findFirst()
                    .orElseThrow(() -> new BadRequest("consent.purposes", "SERVICE or MARKETING")));
        }
        return purposes.stream().distinct().toList();
    }

    private static @Nullable String source(JsonNode source) {
        var text = source.asText("").strip();
        if (text.length() > LONGEST_SOURCE || text.indexOf('\0') >= 0) {
            throw new BadRequest("consent.source", "at most " + LONGEST_SOURCE + " characters");
        }
        return text.isEmpty() || source.isNull() ? null : text;
    }

    private @Nullable Instant at(JsonNode at) {
        if (at.isMissingNode() || at.isNull()) {
            return null;
        }
        return ListDay.read(at.asText(), settings.timeZone())
                .filter(moment -> !moment.isAfter(clock.instant()))
                .orElseThrow(() -> new BadRequest("consent.at", "a day or a moment that is over, such as 2025-12-31"));
    }
}
