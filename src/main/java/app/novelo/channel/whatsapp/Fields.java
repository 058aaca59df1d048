package app.novelo.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads values of a webhook that may be missing or of any shape: what does not fit is null, never an error. */
final class Fields {

    /** A wamid is opaque; Meta asks to allow at least 256 characters. */
    static final int LONGEST_ID = 1024;

    /** The last second of the year 9999; columns and screens take no later one. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** Digits of a price or a quantity; a number with a million of them fills a column's page. */
    private static final int MOST_DIGITS = 30;

    private Fields() {}

    /** @return the first that is a value and not empty. PostgreSQL keeps every character but NUL. */
    static @Nullable String text(JsonNode... candidates) {
        for (var candidate : candidates) {
            if (candidate.isValueNode() && !candidate.asText().isEmpty() && !candidate.isNull()) {
                return candidate.asText().replace('\0', '\uFFFD');
            }
        }
        return null;
    }

    /** @return an id of Meta's that an index can hold: they are base64 with dots */
    static @Nullable String id(JsonNode node) {
        var id = text(node);
        boolean fits = id != null && id.length() <= LONGEST_ID && id.chars().allMatch(c -> c > ' ' && c < 127);
        return fits ? id : null;
    }

    static @Nullable BigDecimal decimal(JsonNode node) {
        var text = text(node);
        if (text == null || text.length() > MOST_DIGITS) {
            return null;
        }
        try {
            var number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > MOST_DIGITS ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** @return a number of that size, north and south or east and west of nought */
    static @Nullable Double degrees(JsonNode node, int most) {
        var number = decimal(node);
        return number == null || number.abs().compareTo(BigDecimal.valueOf(most)) > 0 ? null : number.doubleValue();
    }

    static @Nullable Long whole(JsonNode node) {
        var number = decimal(node);
        return number == null || number.abs().compareTo(BigDecimal.valueOf(LAST_SECOND)) > 0
                ? null
                : number.longValue();
    }

    /** Meta writes seconds as a string; a number is taken as well. */
    static @Nullable Instant instant(JsonNode seconds) {
        var since1970 = whole(seconds);
        return since1970 == null || since1970 < 0 ? null : Instant.ofEpochSecond(since1970);
    }
}
