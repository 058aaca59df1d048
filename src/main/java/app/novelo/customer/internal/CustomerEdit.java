package app.novelo.customer.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.UserDirectory;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody wants to change of a customer; null takes a value away. Whoever sees him may write his name and
 * language; segment and owner decide about work and sight and are the managers' business.
 */
@Component
class CustomerEdit {

    private static final Set<String> OF_MANAGERS = Set.of("segment", "owner");
    private static final Set<String> FIELDS = Set.of("name", "language", "segment", "owner");

    /** A language with or without country, as BCP 47 writes it: {@code pt}, {@code pt-BR}. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

    private static final int LONGEST_SEGMENT = 100;

    private final UserDirectory users;

    CustomerEdit(UserDirectory users) {
        this.users = users;
    }

    CustomerRows.Row apply(Caller caller, CustomerRows.Row row, JsonNode change) {
        change.fieldNames().forEachRemaining(field -> allow(caller, field));
        return new CustomerRows.Row(
                row.asked(),
                row.id(),
                change.has("name") ? name(change) : row.name(),
                change.has("language") ? language(change) : row.language(),
                change.has("segment") ? segment(change) : row.segment(),
                change.has("owner") ? owner(change) : row.owner(),
                row.createdAt());
    }

    private static void allow(Caller caller, String field) {
        if (!FIELDS.contains(field)) {
            throw new BadRequest(field, "only name, language, segment and owner can be changed");
        }
        if (OF_MANAGERS.contains(field) && !caller.isManager()) {
            throw new ForManagers(field);
        }
    }

    private static @Nullable String text(JsonNode change, String field) {
        var value = change.get(field);
        if (!value.isNull() && !value.isTextual()) {
            throw new BadRequest(field, "a text or null");
        }
        return value.isNull() || value.asText().isBlank()
                ? null
                : value.asText().strip();
    }

    private static String name(JsonNode change) {
        var name = text(change, "name");
        if (name == null || name.length() > CustomerName.LONGEST || name.indexOf('\0') >= 0) {
            throw new BadRequest("name", "a name has 1 to " + CustomerName.LONGEST + " characters");
        }
        return name;
    }

    private static @Nullable String language(JsonNode change) {
        var language = text(change, "language");
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new BadRequest("language", "a language such as pt or pt-BR");
        }
        return language;
    }

    private static @Nullable String segment(JsonNode change) {
        var segment = text(change, "segment");
        if (segment != null && (segment.length() > LONGEST_SEGMENT || segment.indexOf('\0') >= 0)) {
            throw new BadRequest("segment", "at most " + LONGEST_SEGMENT + " characters");
        }
        return segment;
    }

    private @Nullable String owner(JsonNode change) {
        var owner = text(change, "owner");
        if (owner != null && (owner.indexOf('\0') >= 0 || users.find(owner).isEmpty())) {
            throw new BadRequest("owner", "no such user");
        }
        return owner;
    }
}
