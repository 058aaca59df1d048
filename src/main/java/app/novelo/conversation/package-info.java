/**
 * Conversations and their messages, the send queue, the service window, who may speak, and the texts that customers read.
 *
 * <p>Owns the schema {@code conversation}. Knows no kind of case: what a message sets in motion is decided above, through
 * {@link app.novelo.conversation.ConversationDriver} and {@link app.novelo.conversation.AnswerObserver}.
 */
@ApplicationModule(
        displayName = "Conversations",
        allowedDependencies = {"platform", "engine", "customer", "channel", "ai", "desk", "media"})
@NullMarked
package app.novelo.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
