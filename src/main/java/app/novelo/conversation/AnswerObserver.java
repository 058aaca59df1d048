package app.novelo.conversation;

import java.time.Instant;

/** Told when somebody answers the customer, in the transaction and turn of the answer. */
public interface AnswerObserver {

    void answered(Conversation conversation, Author author, Instant at);

    /**
     * Somebody is about to answer this case of the conversation: it becomes the current one, before anything of the
     * answer is written.
     *
     * @throws app.novelo.platform.BadRequest if it is no open case of the conversation
     */
    default void answering(Conversation conversation, String caseNumber) {}

    /** Nothing that was answered to the customer's last message has reached him: he still waits. May be told again. */
    default void unanswered(Conversation conversation, Instant at) {}
}
