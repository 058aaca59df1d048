package app.novelo.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be understood next, and by the light of what.
 *
 * @param messages that no process has taken yet, oldest first
 * @param language of the conversation, as far as it is known
 * @param hasCase whether somebody works on the conversation already
 */
public record Heard(List<Unhandled> messages, @Nullable String language, boolean hasCase) {}
