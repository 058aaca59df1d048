package app.novelo.conversation;

import app.novelo.channel.Content;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was said with a customer before this program was there, and elsewhere. It stands above what is said now, and
 * nothing follows from it.
 */
public interface PastMessages {

    /** Begins the ids of messages that were exported, which have none of the channel's. */
    String EXPORTED = "export:";

    /**
     * Keeps a file, which a message then carries; of one id it is kept once. Joins the caller's transaction, but the bytes
     * are there already: whoever gives up {@link #forgetFile forgets} it.
     *
     * @return what it really is: a MIME type
     * @throws IOException if it cannot be read, or there is no room
     */
    String keepFile(UUID id, String name, boolean voice, InputStream bytes) throws IOException;

    /** Forgets a file unless a message has it. */
    void forgetFile(UUID id);

    /**
     * Joins the caller's transaction. What has come from the channel already is not kept a second time: a message of the same
     * side and the same words, within the minute.
     *
     * @param messages in the order in which they were said
     * @return how many were not known
     */
    int add(UUID customer, UUID line, List<Said> messages);

    /**
     * @param id by which it is known when it comes again: {@link #EXPORTED} and what tells it from others
     * @param at to the minute
     * @param ours somebody of the company said it, and not the customer
     * @param kind as a message shows it
     * @param same how many like it have been said before in this minute
     * @param file that was kept
     * @param takenBack nobody knows what it said
     */
    record Said(
            String id,
            Instant at,
            boolean ours,
            String kind,
            @Nullable String text,
            @Nullable Content content,
            int same,
            @Nullable UUID file,
            boolean takenBack) {}
}
