package app.novelo.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A template as Meta tells it; words are Meta's and open for more.
 *
 * @param providerId a number in webhooks and a string in answers: kept as text
 * @param components as they came
 */
record MetaTemplate(
        String providerId,
        String name,
        String language,
        String category,
        String status,
        @Nullable String quality,
        @Nullable String rejectedReason,
        @Nullable String correctCategory,
        String parameterFormat,
        JsonNode components) {

    static final String NAMED = "NAMED";
    static final String POSITIONAL = "POSITIONAL";
    static final String APPROVED = "APPROVED";
    static final String DELETED = "DELETED";

    /** Meta's own limit of a name; languages have a handful of characters. */
    private static final int LONGEST_KEY = 512;

    /** @return nothing for what has no key by which it could be found again */
    static Optional<MetaTemplate> read(JsonNode told) {
        var id = Fields.id(told.path("id"));
        var name = key(told.path("name"));
        var language = key(told.path("language"));
        if (id == null || name == null || language == null) {
            return Optional.empty();
        }
        return Optional.of(new MetaTemplate(
                id,
                name,
                language,
                word(told.path("category"), "UNKNOWN"),
                word(told.path("status"), "UNKNOWN"),
                quality(told.path("quality_score").path("score")),
                reason(told.path("rejected_reason")),
                Fields.text(told.path("correct_category")),
                format(told.path("parameter_format")),
                told.path("components")));
    }

    private static @Nullable String key(JsonNode node) {
        var text = Fields.text(node);
        return text == null || text.length() > LONGEST_KEY ? null : text;
    }

    private static String word(JsonNode node, String otherwise) {
        var text = Fields.text(node);
        return text == null ? otherwise : text.toUpperCase(Locale.ROOT);
    }

    static @Nullable String quality(JsonNode score) {
        return Fields.text(score);
    }

    /** Meta writes NONE where there is none. */
    static @Nullable String reason(JsonNode node) {
        var reason = Fields.text(node);
        return "NONE".equals(reason) ? null : reason;
    }

    private static String format(JsonNode node) {
        return word(node, POSITIONAL).equals(NAMED) ? NAMED : POSITIONAL;
    }

    boolean isNamed() {
        return parameterFormat.equals(NAMED);
    }

    MetaTemplate withStatus(String now, @Nullable String reason) {
        return new MetaTemplate(
                providerId,
                name,
                language,
                category,
                now,
                quality,
                reason,
                correctCategory,
                parameterFormat,
                components);
    }

    MetaTemplate withQuality(String now) {
        return new MetaTemplate(
                providerId,
                name,
                language,
                category,
                status,
                now,
                rejectedReason,
                correctCategory,
                parameterFormat,
                components);
    }

    /** @param announced what it will become; null if that is done, or nothing was announced */
    MetaTemplate withCategory(String now, @Nullable String announced) {
        return new MetaTemplate(
                providerId,
                name,
                language,
                now,
                status,
                quality,
                rejectedReason,
                announced,
                parameterFormat,
                components);
    }
}
