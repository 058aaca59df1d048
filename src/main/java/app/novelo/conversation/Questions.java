package app.novelo.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Questions that processes have sent, and what customers answer. */
public interface Questions {

    /** The answer of a customer who did not choose one of the offered. */
    String OTHER = "other";

    /** Kinds that say nothing by themselves, or not to us. */
    List<String> NO_ANSWER = List.of("reaction", "sticker", "call", "system", "revoke", "edit");

    /**
     * Finds the first thing that the customer said after the newest question of this process instance. Reactions, stickers,
     * calls, what he has taken back and what the channel tells of him answer nothing.
     *
     * @return empty as long as he has not answered, or nothing was asked
     */
    Optional<Answer> answer(UUID conversation, String processInstanceId);

    /** @return the words of a message in that conversation; empty if it has none */
    Optional<String> words(UUID conversation, UUID message);

    /**
     * @param message id of what he said
     * @param choice id of the offered answer that he chose, be it that he wrote its words; else {@link #OTHER}
     */
    record Answer(UUID message, String choice) {}
}
