package app.novelo.conversation;

import app.novelo.ai.Understanding;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations as processes and screens need them. Whatever changes one is called within its turn. */
public interface Conversations {

    Optional<Conversation> find(UUID id);

    /** @throws app.novelo.platform.NotFound if there is none */
    Conversation required(UUID id);

    /**
     * Locks the row for the rest of the transaction. Whoever changes messages and their conversation does this first, so
     * that two never wait for each other.
     *
     * @throws app.novelo.platform.NotFound if there is none
     */
    Conversation locked(UUID id);

    Map<UUID, Conversation> find(Collection<UUID> ids);

    /** @return the customer's conversation in which something was said last; imported ones are none */
    Optional<Conversation> newestOf(UUID customer);

    /** @return the newest message of each, for those that have one */
    Map<UUID, LastMessage> lastMessages(Collection<UUID> ids);

    /** @return what the customer said and no process has taken yet, oldest first */
    List<Unhandled> unhandled(UUID id);

    /** @return what {@link #unhandled} returns, with what the conversation tells of it */
    Heard heard(UUID id);

    /** @return the customer's newest messages that belong to no case, oldest first, at most twenty */
    List<Unhandled> saidWithoutCase(UUID id);

    /** A process has taken them; they belong to {@code caseNumber} if there is one. */
    void markHandled(UUID id, @Nullable String caseNumber);

    /** These of the customer's messages are no process's business any more: somebody beside the case has taken them. */
    void take(UUID id, Collection<UUID> messages, @Nullable String caseNumber);

    /**
     * From now on somebody beside the case listens to what he answers.
     *
     * @param until null = nobody any more
     */
    void askAside(UUID id, @Nullable Instant until);

    /**
     * Somebody has asked the customer something there, which no case does: his answer comes to the same conversation. Does
     * nothing where a case or a process has it, or another one is open with him.
     */
    void awaitCustomer(UUID id);

    /** @return that in which the customer would be written to: of those that were not imported the open one, else the newest */
    Optional<UUID> latestOf(UUID customer);

    /**
     * @param but key of a process that does not count
     * @return whether a person, AI or a process with a question has written to the customer since then
     */
    boolean spokenSince(UUID id, Instant moment, String but);

    /** Keeps what the newest messages mean, on the conversation and on the last of them. */
    void understood(UUID id, Understanding understanding, List<UUID> messages);

    /** Messages of the customer that were taken and belong to no case belong to it from now on. */
    void giveTo(UUID id, String caseNumber);

    /**
     * Messages belong to a case of the conversation.
     *
     * @throws app.novelo.platform.BadRequest if one of them is not the conversation's
     */
    void giveTo(UUID id, String caseNumber, Collection<UUID> messages);

    /** Whatever belongs to one case belongs to another of the same conversation. */
    void giveAll(UUID id, String from, String to);

    /**
     * What was taken and belongs to no case is to be driven once more.
     *
     * @param but a message that says nothing by itself; it stays taken
     */
    void takeUpAgain(UUID id, @Nullable UUID but);

    /** @return the case about which somebody, or a process with a question, wrote to the customer last, after that moment */
    Optional<String> lastSpokenOf(UUID id, Instant after);

    /**
     * Another open case becomes the current one: what the customer writes is nudged there, and its people have the
     * conversation.
     */
    void turnTo(UUID id, String caseNumber, String processInstanceId, String queue, @Nullable String owner);

    /** Somebody says what it is about. */
    void means(UUID id, String intent);

    /** The customer has chosen himself what it is about: nothing is surer. */
    void chosen(UUID id, String intent);

    /** What else the conversation is about. */
    void alsoAbout(UUID id, OtherCases others);

    /** From now on this instance is nudged. */
    void follow(UUID id, String processInstanceId);

    /** Counts one more turn of intake. */
    void countTurn(UUID id);

    /** The case becomes the conversation's current one, and the messages so far without a case belong to it. */
    void attach(UUID id, String caseNumber, String processInstanceId);

    void moveTo(UUID id, String queue);

    /** Whose the conversation is; null = nobody's yet, its queue has it. */
    void own(UUID id, @Nullable String owner);

    /** @return whether a person, or AI, has written since then */
    boolean answeredSince(UUID id, Instant moment);

    /** @return those that are not ended and are his, or in which he has the word */
    List<UUID> heldBy(String agent);

    /** Gives the word. {@code speakerId} is the user's id for an agent. */
    void giveWord(UUID id, Speaker speaker, @Nullable String speakerId);

    /** Nothing is to be done before the customer writes, or before a moment that its case knows. */
    void waits(UUID id, ConversationState state);

    /** There is something to be done again. */
    void goesOn(UUID id);

    /**
     * The need is met, and the customer may come back to the same case: it stays the conversation's, and his next message
     * opens the conversation again. One that holds something unread stays open.
     */
    void rest(UUID id, Instant at);

    /** What the customer writes from now on is none of this case's business. */
    void leaveCase(UUID id);

    /**
     * Ends the conversation, unless the customer has written something that no process has taken yet: then it stays open
     * without a case, and that message is driven next.
     */
    void resolve(UUID id, Instant at);
}
