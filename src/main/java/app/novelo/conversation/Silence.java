package app.novelo.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer who has not written since.
 *
 * @param line on which he wrote last
 * @param since when he wrote last
 */
public record Silence(UUID customer, UUID line, Instant since) {}
