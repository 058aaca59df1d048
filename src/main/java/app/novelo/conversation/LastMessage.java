package app.novelo.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest message of a conversation, for lists.
 *
 * @param direction {@code IN} or {@code OUT}
 * @param text at most 200 characters of it; null for kinds without text
 */
public record LastMessage(String direction, String kind, @Nullable String text, Instant at) {}
