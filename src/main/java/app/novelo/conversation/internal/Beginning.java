package app.novelo.conversation.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to begin a conversation with.
 *
 * @param note why, for colleagues
 */
record Beginning(UUID customer, UUID line, Said template, @Nullable String note) {}
