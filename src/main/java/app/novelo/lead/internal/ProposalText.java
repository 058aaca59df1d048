package app.novelo.lead.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.stereotype.Component;

/** What a file says, as far as it is searched. */
@Component
class ProposalText {

    /** Larger ones hold pictures, and cost more than their words are worth. */
    private static final long MOST_BYTES = 30L << 20;

    private static final int MOST_PAGES = 300;

    /** PostgreSQL's index of one text has at most a megabyte. */
    static final int MOST_CHARACTERS = 200_000;

    /** @return nothing where there are no words, or none that we can read */
    Optional<String> of(Path file, String type) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        var words = new Words();
        try {
            if (type.equals("application/pdf")) {
                pdf(file, words);
            } else if (type.startsWith("text/")) {
                plain(file, words);
            } else if (type.contains("openxmlformats") || type.contains("opendocument")) {
                OfficeText.read(file, words);
            }
        } catch (Enough e) {
            return words.found();
        }
        return words.found();
    }

    private static void pdf(Path file, Words words) throws IOException {
        try (var document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(MOST_PAGES);
            stripper.writeText(document, words);
        }
    }

    private static void plain(Path file, Words words) throws IOException {
        byte[] start;
        try (var bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(4 * MOST_CHARACTERS);
        }
        words.write(new String(start, StandardCharsets.UTF_8));
    }

    /** Ends a reading that has enough. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Words with one blank between them; what no database keeps is one, too. */
    static final class Words extends Writer {

        private final StringBuilder found = new StringBuilder();

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            for (int at = from; at < from + length; at++) {
                char one = characters[at];
                boolean blank = Character.isWhitespace(one)
                        || Character.isISOControl(one)
                        || one == '\uFFFD'
                        || Character.isSurrogate(one);
                if (!blank) {
                    found.append(one);
                } else if (!found.isEmpty() && found.charAt(found.length() - 1) != ' ') {
                    found.append(' ');
                }
            }
            if (found.length() >= MOST_CHARACTERS) {
                throw new Enough();
            }
        }

        Optional<String> found() {
            var words = found.substring(0, Math.min(MOST_CHARACTERS, found.length()))
                    .strip();
            return words.isEmpty() ? Optional.empty() : Optional.of(words);
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
