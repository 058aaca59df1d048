package app.novelo.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an exported chat, message by message; a message may have many lines. */
final class ChatReader implements AutoCloseable {

    /** Characters: what WhatsApp takes, and as many again of its own words. */
    private static final int LONGEST_TEXT = 140_000;

    /** Longer names are none: the colon stands in the middle of a sentence. */
    private static final int LONGEST_NAME = 100;

    private static final Pattern MARKS =
            Pattern.compile("[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

    private final TextLines lines;
    private @Nullable Stamp ahead;
    private long count;

    ChatReader(InputStream chat) throws IOException {
        this.lines = new TextLines(chat);
        for (var line = lines.next(); line != null && ahead == null; line = ahead == null ? lines.next() : line) {
            ahead = Stamp.of(line).orElse(null); // what stands before the first message is no chat
        }
    }

    /** @return null at the end */
    @Nullable
    ChatEntry next() throws IOException {
        var stamp = ahead;
        if (stamp == null) {
            return null;
        }
        ahead = null;
        var text = new StringBuilder(stamp.rest());
        for (var line = lines.next(); line != null; line = lines.next()) {
            ahead = Stamp.of(line).orElse(null);
            if (ahead != null) {
                break;
            }
            append(text, line);
        }
        return entry(stamp, text.toString());
    }

    private static void append(StringBuilder text, String line) {
        if (text.length() + line.length() > LONGEST_TEXT) {
            throw new FileRefused("message-too-long", "a message has more than " + LONGEST_TEXT + " characters");
        }
        text.append('\n').append(line);
    }

    private ChatEntry entry(Stamp stamp, String whole) {
        int colon = whole.indexOf(": ");
        int end = colon > 0 ? colon : whole.endsWith(":") ? whole.length() - 1 : -1;
        var name = end > 0 && end <= LONGEST_NAME && whole.lastIndexOf('\n', end) < 0
                ? plain(whole.substring(0, end))
                : "";
        if (name.isEmpty()) {
            return new ChatEntry(count++, stamp, null, plain(whole), true);
        }
        var text = whole.substring(Math.min(whole.length(), end + (colon > 0 ? 2 : 1)));
        boolean marked = text.startsWith("\u200E");
        return new ChatEntry(count++, stamp, name, text.replace("\u200E", "").strip(), marked);
    }

    /** iOS puts a tilde before the names of those who are in no address book. */
    private static String plain(String name) {
        var plain = MARKS.matcher(name)
                .replaceAll("")
                .replace('\u202F', ' ')
                .replace('\u00A0', ' ')
                .strip();
        return plain.startsWith("~") ? plain.substring(1).strip() : plain;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
