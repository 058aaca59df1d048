package app.novelo.conversation.internal;

import app.novelo.media.FileKind;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A file as {@code docs/http-api.md} shows it.
 *
 * @param mimeType sniffed, never as claimed
 * @param size bytes
 * @param inline a browser may show it in place
 * @param problem why it is not here, a word of {@link MediaProblem}
 * @param fetchable it is not tried any more, and a person may have it tried again
 */
record MediaView(
        String id,
        String state,
        @Nullable String mimeType,
        @Nullable Long size,
        String filename,
        boolean voice,
        boolean animated,
        boolean inline,
        String url,
        @Nullable String thumbnailUrl,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer seconds,
        @Nullable String problem,
        boolean fetchable) {

    /** @param row of {@code conversation.media} as JSON */
    static @Nullable MediaView of(@Nullable JsonNode row) {
        if (row == null) {
            return null;
        }
        var id = row.path("id").asText();
        var url = "/api/v1/media/" + id;
        var type = text(row, "mime_type");
        return new MediaView(
                id,
                row.path("state").asText(),
                type,
                row.hasNonNull("size") ? row.path("size").asLong() : null,
                row.path("filename").asText(),
                row.path("voice").asBoolean(),
                row.path("animated").asBoolean(),
                type != null && FileKind.SAFE.contains(type),
                url,
                row.path("thumbnail").asBoolean() ? url + "/thumbnail" : null,
                number(row, "width"),
                number(row, "height"),
                number(row, "seconds"),
                text(row, "problem"),
                isFetchable(row));
    }

    private static boolean isFetchable(JsonNode row) {
        var state = row.path("state").asText();
        return (state.equals("FAILED") || state.equals("REFUSED"))
                && row.hasNonNull("provider_id")
                && !MediaProblem.TOO_LARGE.word().equals(text(row, "problem"));
    }

    private static @Nullable String text(JsonNode row, String field) {
        return row.hasNonNull(field) ? row.path(field).asText() : null;
    }

    private static @Nullable Integer number(JsonNode row, String field) {
        return row.hasNonNull(field) ? row.path(field).asInt() : null;
    }
}
