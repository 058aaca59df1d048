package app.novelo.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of the customer that no process has taken yet.
 *
 * @param choice id of the offered answer that he pressed; null if he pressed none
 * @param text null for kinds without text
 * @param quotedCase to which case the message belongs that he quotes; null if he quotes none, or one of no case
 * @param optsOut it only says that he wants to be written to no more; that was heeded, and he was told so
 */
public record Unhandled(
        UUID id,
        Instant at,
        String kind,
        @Nullable String text,
        @Nullable String choice,
        @Nullable String quotedCase,
        boolean optsOut) {}
