package app.novelo.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that is to go out.
 *
 * @param id ours, sent along so that a status can settle an unknown outcome
 * @param phone digits without plus; null if only the user id is known
 * @param userId business-scoped user id
 * @param replyTo provider id of the message that is quoted
 */
public record OutboundMessage(
        UUID id, Line line, @Nullable String phone, @Nullable String userId, String text, @Nullable String replyTo) {}
