package app.novelo.desk.internal;

import app.novelo.platform.BadRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody asks to be stored, read field by field; what it cannot be is said with the field's name. */
final class Wish {

    private final ObjectNode body;

    /** @throws BadRequest if it names a field that there is not */
    Wish(ObjectNode body, Set<String> fields) {
        this.body = body;
        body.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                throw new BadRequest(name, "not one of " + String.join(", ", fields));
            }
        });
    }

    boolean has(String field) {
        return body.has(field);
    }

    /** @return null if it is null, blank or missing */
    @Nullable
    String text(String field, int longest) {
        var value = body.get(field);
        if (value == null
                || value.isNull()
                || value.isTextual() && value.asText().isBlank()) {
            return null;
        }
        var text = value.asText().strip();
        if (!value.isTextual() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new BadRequest(field, "a line of at most " + longest + " characters");
        }
        return text;
    }

    String needed(String field, int longest) {
        var text = text(field, longest);
        if (text == null) {
            throw new BadRequest(field, "is needed");
        }
        return text;
    }

    /** @return null if it is null or missing */
    @Nullable
    Integer number(String field, int least, int most) {
        var value = body.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.canConvertToExactIntegral() || value.asLong() < least || value.asLong() > most) {
            throw new BadRequest(field, "a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    boolean flag(String field) {
        var value = body.path(field);
        if (!value.isBoolean()) {
            throw new BadRequest(field, "true or false");
        }
        return value.asBoolean();
    }

    /** @return each once, in their order */
    List<String> texts(String field, int longest, int most) {
        var value = body.path(field);
        if (!value.isArray() || value.size() > most) {
            throw new BadRequest(field, "a list of at most " + most);
        }
        var texts = new ArrayList<String>();
        for (JsonNode one : value) {
            if (!one.isTextual() || one.asText().isBlank() || one.asText().length() > longest) {
                throw new BadRequest(field, "a list of texts of at most " + longest + " characters");
            }
            texts.add(one.asText().strip());
        }
        return texts.stream().distinct().toList();
    }

    Instant moment(String field) {
        try {
            return Instant.parse(body.path(field).asText());
        } catch (DateTimeException e) {
            throw new BadRequest(field, "a moment such as 2026-12-24T12:00:00Z");
        }
    }
}
