package app.novelo.exchange.internal;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of a stranger's UTF-8 text, within limits. A line ends with LF, CR or both. */
final class TextLines implements Closeable {

    /** Characters. WhatsApp takes no longer message. */
    private static final int LONGEST_LINE = 70_000;

    /** Bytes of a whole chat. Forty thousand messages, the most that WhatsApp exports, have some five million. */
    static final long MOST_BYTES = 64L << 20;

    private final Reader text;
    private boolean first = true;
    private boolean skipLineFeed;

    TextLines(InputStream bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.text = new BufferedReader(
                new InputStreamReader(new BoundedInput(bytes, MOST_BYTES, "chat-too-long"), decoder));
    }

    /** @return null at the end */
    @Nullable
    String next() throws IOException {
        try {
            return read();
        } catch (CharacterCodingException e) {
            throw new FileRefused("encoding", "the chat is no UTF-8, in which WhatsApp exports");
        }
    }

    private @Nullable String read() throws IOException {
        var line = new StringBuilder();
        for (int c = text.read(); ; c = text.read()) {
            boolean afterReturn = skipLineFeed;
            skipLineFeed = false;
            if (c == '\n' && afterReturn) {
                continue;
            }
            if (c < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (c == '\n' || c == '\r') {
                skipLineFeed = c == '\r';
                return line.toString();
            }
            append(line, (char) c);
        }
    }

    private void append(StringBuilder line, char c) {
        if (c == '\0') {
            throw new FileRefused("encoding", "the chat holds NUL and is no text in UTF-8");
        }
        if (line.length() == LONGEST_LINE) {
            throw new FileRefused("line-too-long", "a line has more than " + LONGEST_LINE + " characters");
        }
        boolean mark = first && c == '\uFEFF';
        first = false;
        if (!mark) {
            line.append(c);
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
