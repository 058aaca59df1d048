package app.novelo.channel.whatsapp;

import app.novelo.platform.BadRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of something there may be. Lengths are counted in characters as people see them in a text field. What comes
 * from a client's JSON may be missing anywhere.
 */
final class Limits {

    private Limits() {}

    /** Demands a text that shows something. */
    static void text(String field, @Nullable String text, int most) {
        if (text == null || text.codePoints().allMatch(Limits::showsNothing)) {
            throw new BadRequest(field, "a text is needed");
        }
        atMost(field, text, most);
    }

    static void atMost(String field, @Nullable String text, int most) {
        if (text != null && text.codePointCount(0, text.length()) > most) {
            throw new BadRequest(field, "WhatsApp takes at most " + most + " characters");
        }
    }

    static void none(String field, String text, String why) {
        if (!text.isEmpty()) {
            throw new BadRequest(field, why);
        }
    }

    static <T> void list(String field, @Nullable List<T> list, int most) {
        if (list == null || list.isEmpty() || list.size() > most) {
            throw new BadRequest(field, "WhatsApp takes 1 to " + most);
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == null) {
                throw new BadRequest(field + "[" + i + "]", "is missing");
            }
        }
    }

    static void unique(String field, String value, Set<String> seen) {
        if (!seen.add(value)) {
            throw new BadRequest(field, "there is another of the same");
        }
    }

    /** No-break spaces, control and format characters too: WhatsApp shows none of them. */
    private static boolean showsNothing(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
