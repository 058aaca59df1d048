package app.novelo.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of the customer that no process has taken yet.
 *
 * @param text null for kinds without text
 */
public record Unhandled(UUID id, Instant at, String kind, @Nullable String text) {}
