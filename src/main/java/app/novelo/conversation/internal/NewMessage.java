package app.novelo.conversation.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A message as a client asks for it.
 *
 * @param preview of the first link of a text
 * @param media id of an uploaded file
 * @param voice the file is a voice note
 * @param content what {@link app.novelo.channel.Content} calls it
 * @param name of a template, as its {@code language} and {@code values}
 * @param caseNumber which case of the conversation it answers; null for the current one
 * @param replyTo provider id of the message that is quoted
 */
record NewMessage(
        @Nullable String kind,
        @Nullable String text,
        @Nullable Boolean preview,
        @Nullable String media,
        @Nullable Boolean voice,
        @Nullable JsonNode content,
        @Nullable String name,
        @Nullable String language,
        @Nullable JsonNode values,
        @JsonProperty("case") @Nullable String caseNumber,
        @Nullable String replyTo) {}
