package app.novelo.casework;

import app.novelo.casework.CaseActs.Act;
import app.novelo.platform.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A conversation is one thing and what it is about another: people open cases in it, split one, merge two, and link what
 * belongs together. The caller is known to see what he names; whoever holds a case is asked first.
 */
public interface CaseSorting {

    /**
     * Opens a case by hand. Where an open case is worked on in the conversation that one stays the current, and of what was
     * said the new one has the messages that are named; else it has all that belongs to none.
     *
     * @return its number
     * @throws app.novelo.platform.BadRequest if the queue, the intent or a message is none, or the conversation has ended
     */
    default String open(Caller caller, NewCase wanted) {
        return open(caller, wanted, number -> {});
    }

    /** As {@link #open(Caller, NewCase)}; {@code named} is called with the number just before the process starts. */
    String open(Caller caller, NewCase wanted, Consumer<String> named);

    /**
     * @param triageQueue the queue that it goes to; null: the table {@code routing} decides
     * @param intent what it is about; null: what was understood last
     * @param messages of the conversation that belong to it
     * @param note for whoever works on it
     */
    record NewCase(
            String kind,
            UUID conversation,
            @Nullable String triageQueue,
            @Nullable String intent,
            List<UUID> messages,
            @Nullable String note) {}

    /**
     * Messages that went to another case of the same conversation belong to this one.
     *
     * @throws app.novelo.platform.BadRequest if one is none of the conversation's
     */
    void give(Caller caller, CaseFile file, List<UUID> messages);

    /**
     * One need was told twice: all that was said belongs to the other case, and this one is closed.
     *
     * @throws app.novelo.platform.BadRequest if both are the same, or in different conversations
     */
    void merge(Caller caller, CaseFile file, CaseFile into, Act act);

    /** Two cases belong together. Does nothing where they are linked already. */
    void link(Caller caller, CaseFile file, CaseFile other);

    void unlink(Caller caller, CaseFile file, String other);

    /** @return what is linked to the case and the caller sees, newest link first */
    List<Link> links(Caller caller, String number);

    /**
     * @param number of the other case
     * @param why {@code related}, {@code split} or {@code merged}
     * @param by user id
     */
    record Link(String number, String kind, String state, String why, Instant at, String by) {}
}
