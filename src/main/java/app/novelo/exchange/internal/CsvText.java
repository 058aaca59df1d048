package app.novelo.exchange.internal;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * How a list is written: spreadsheets save UTF-8 with or without a mark, or the code page of Windows, and separate by comma,
 * semicolon or tabulator as their country does.
 *
 * @param told the first line says how it is separated, as Excel writes it: {@code sep=;}
 */
record CsvText(Charset charset, char separator, boolean told) {

    /** Bytes. A hundred thousand customers have some ten million. */
    static final long MOST_BYTES = 40L << 20;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern TOLD = Pattern.compile("sep=([,;\t])[\r\n]", Pattern.CASE_INSENSITIVE);
    private static final int BUFFER = 8192;
    private static final char MARK = '\uFEFF';
    private static final int LONGEST_HEAD = 20_000;

    static CsvText of(Path file) throws IOException {
        var charset = charset(file);
        try (var text = open(file, charset)) {
            var told = TOLD.matcher(firstOf(text));
            return told.lookingAt()
                    ? new CsvText(charset, told.group(1).charAt(0), true)
                    : new CsvText(charset, separator(file, charset), false);
        }
    }

    private static String firstOf(Reader text) throws IOException {
        var first = new char["sep=;\n".length()];
        int read = text.read(first);
        return new String(first, 0, Math.max(0, read));
    }

    private static Charset charset(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            int first = bytes.read();
            int second = bytes.read();
            if (first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE) {
                throw new FileRefused("encoding", "the list is in UTF-16; save it as CSV in UTF-8");
            }
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (var text = strict(Files.newInputStream(file))) {
            var buffer = new char[BUFFER];
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\0') {
                        throw new FileRefused("encoding", "the list holds NUL and is no text");
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Reader strict(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The one that stands most often in the head, outside of quotes. */
    private static char separator(Path file, Charset charset) throws IOException {
        var counts = new int[3];
        boolean quoted = false;
        try (var text = open(file, charset)) {
            int c = text.read();
            for (int read = 0; c >= 0 && read < LONGEST_HEAD && (quoted || c != '\n' && c != '\r'); read++) {
                quoted ^= c == '"';
                int which = quoted ? -1 : ",;\t".indexOf(c);
                if (which >= 0) {
                    counts[which]++;
                }
                c = text.read();
            }
        }
        int most = counts[1] > counts[0] ? 1 : 0;
        return ",;\t".charAt(counts[2] > counts[most] ? 2 : most);
    }

    Reader open(Path file) throws IOException {
        return open(file, charset);
    }

    private static Reader open(Path file, Charset charset) throws IOException {
        var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }
}
