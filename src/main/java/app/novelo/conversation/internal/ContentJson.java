package app.novelo.conversation.internal;

import app.novelo.channel.Circumstances;
import app.novelo.channel.Content;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contents and circumstances as the columns of a message hold them. */
@Component
class ContentJson {

    private final ObjectMapper json;

    ContentJson(ObjectMapper json) {
        this.json = json;
    }

    @Nullable
    String write(@Nullable Content content) {
        return content == null ? null : StorableText.ofJson(text(content));
    }

    @Nullable
    String write(Circumstances circumstances) {
        return circumstances.isNone() ? null : StorableText.ofJson(text(circumstances));
    }

    String write(Circumstances.Referral referral) {
        return StorableText.ofJson(text(referral));
    }

    /** @return a text without anything more where the column is empty: messages of before it was there */
    Content.Sendable sendable(@Nullable String column) {
        if (column == null) {
            return new Content.Text(false);
        }
        try {
            return json.readValue(column, Content.Sendable.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the column holds what we wrote", e);
        }
    }

    @Nullable
    JsonNode tree(@Nullable String column) {
        try {
            return column == null ? null : json.readTree(column);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a json column holds JSON", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("contents are plain data", e);
        }
    }
}
