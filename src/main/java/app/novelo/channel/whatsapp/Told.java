package app.novelo.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what Meta tells of numbers and accounts: every part of it may be missing or of another shape. */
final class Told {

    /** Words of Meta's are capitals; sentences for people are longer. */
    private static final int LONGEST_WORD = 100;

    private static final int LONGEST_SENTENCE = 1_000;

    private Told() {}

    /** @return the first that is there */
    static @Nullable String word(JsonNode... candidates) {
        return cut(Fields.text(candidates), LONGEST_WORD);
    }

    static String sentence(JsonNode... candidates) {
        var text = cut(Fields.text(candidates), LONGEST_SENTENCE);
        return text == null ? "" : text;
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** Seconds, of which 0 means never. */
    static @Nullable Instant end(JsonNode seconds) {
        var end = Fields.instant(seconds);
        return Instant.EPOCH.equals(end) ? null : end;
    }

    /**
     * @param health Meta's {@code health_status}
     * @param types whose entities count
     * @return why they cannot send at all, one sentence each; empty if nothing is in the way
     */
    static List<String> blocks(JsonNode health, List<String> types) {
        var blocks = new ArrayList<String>();
        for (var entity : health.path("entities")) {
            if (types.contains(entity.path("entity_type").asText())
                    && "BLOCKED".equals(entity.path("can_send_message").asText())) {
                var error = entity.path("errors").path(0);
                var why = sentence(
                        error.path("error_description"),
                        entity.path("additional_info").path(0));
                blocks.add(why.isEmpty() ? entity.path("entity_type").asText() : why);
            }
        }
        return blocks;
    }
}
