package app.novelo.exchange.internal;

import app.novelo.conversation.PastMessages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** A chat that is being imported, and what has to be known of the messages before. */
final class OpenChat implements AutoCloseable {

    private final ChatArchive archive;
    private final ChatReader reader;
    private final ChatChoices choices;

    /** How often each was said within the minute; whoever says "ok" twice has said it twice. */
    private final Map<String, Integer> said = new HashMap<>();

    private Instant minute = Instant.EPOCH;

    private OpenChat(ChatArchive archive, ChatReader reader, ChatChoices choices) {
        this.archive = archive;
        this.reader = reader;
        this.choices = choices;
    }

    static OpenChat at(Path file, ChatChoices choices, long position) throws IOException {
        var archive = ChatArchive.open(file);
        try {
            var chat = new OpenChat(archive, new ChatReader(archive.chat()), choices);
            for (long passed = 0; passed < position; passed++) {
                chat.next();
            }
            return chat;
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    ChatArchive archive() {
        return archive;
    }

    /** @return null at the end */
    @Nullable
    Line next() throws IOException {
        var entry = reader.next();
        if (entry == null) {
            return null;
        }
        var words = ChatWords.read(entry);
        var at = choices.order().at(entry.stamp()).map(local -> local.atZone(choices.zone())
                .toInstant());
        if (entry.name() == null || at.isEmpty() || words instanceof ChatWords.Said.OfWhatsApp) {
            return new Line(entry, words, null, false, 0, "");
        }
        boolean ours = entry.name().equals(choices.us());
        return counted(entry, words, at.get(), ours);
    }

    private Line counted(ChatEntry entry, ChatWords.Said words, Instant at, boolean ours) {
        var now = at.truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            said.clear();
            minute = now;
        }
        var what = entry.name() + " " + likeness(words);
        int same = said.merge(what, 1, Integer::sum) - 1;
        return new Line(entry, words, at, ours, same, id(now, ours, likeness(words), same));
    }

    /** A file that is there and one that is missing are the same, exported with and without files. */
    private static String likeness(ChatWords.Said words) {
        if (words instanceof ChatWords.Said.Words text) {
            return "text " + text.text();
        }
        if (words instanceof ChatWords.Said.Place place) {
            return "place " + place.latitude() + " " + place.longitude();
        }
        return words instanceof ChatWords.Said.Deleted ? "deleted" : "file";
    }

    /** The same file twice, and a later export of the same chat, name a message by the same id. */
    private String id(Instant minute, boolean ours, String likeness, int same) {
        var parts = String.join(
                "|", choices.customer() + "", choices.line() + "", minute + "", ours + "", same + "", likeness);
        return PastMessages.EXPORTED + DigestUtils.sha256Hex(parts);
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } finally {
            archive.close();
        }
    }

    /**
     * @param at null for what WhatsApp tells, and for a date that is none
     * @param same how many like it have been said before in this minute
     */
    record Line(ChatEntry entry, ChatWords.Said words, @Nullable Instant at, boolean ours, int same, String id) {}
}
