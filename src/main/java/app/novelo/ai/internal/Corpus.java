package app.novelo.ai.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The examples the models are trained on: {@code corpus/intent-*.tsv} and {@code corpus/sentiment-*.tsv}, three columns each.
 *
 * <p>One file is one author or angle. Validation leaves out whole files, as lines of one author resemble each other.
 */
final class Corpus {

    private static final List<String> FEATURE_LISTS = List.of("slang", "emoji", "concepts");

    private Corpus() {}

    static List<Example> intents() {
        return examples("intent-");
    }

    static List<Example> sentiments() {
        return examples("sentiment-");
    }

    /** Of everything the models depend on; kept in the artefact so that a test notices a forgotten training. */
    static String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(("features " + FeatureBag.VERSION).getBytes(StandardCharsets.UTF_8));
            files("").forEach(file -> digest.update(Resources.bytes("corpus/" + file)));
            FEATURE_LISTS.forEach(list -> digest.update(Resources.bytes("words/" + list + ".tsv")));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Example> read(String author, byte[] file) {
        var examples = new ArrayList<Example>();
        for (var row : Resources.rows(file)) {
            if (row.length != 3) {
                throw new IllegalStateException(author + ": not label, language, text: " + String.join("|", row));
            }
            examples.add(new Example(author, row[0], row[1], row[2]));
        }
        return examples;
    }

    private static List<Example> examples(String prefix) {
        return files(prefix).stream()
                .flatMap(file -> read(file, Resources.bytes("corpus/" + file)).stream())
                .distinct()
                .toList();
    }

    private static List<String> files(String prefix) {
        try {
            var found = new PathMatchingResourcePatternResolver(Corpus.class.getClassLoader())
                    .getResources("classpath:app/novelo/ai/corpus/" + prefix + "*.tsv");
            return Arrays.stream(found)
                    .map(file -> String.valueOf(file.getFilename()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param author the file it stands in */
    record Example(String author, String label, String language, String text) {}
}
