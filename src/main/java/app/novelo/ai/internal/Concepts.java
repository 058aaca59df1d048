package app.novelo.ai.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Things a message is about, whatever the language: {@code boleto}, {@code invoice} and {@code factura} are one concept.
 *
 * <p>{@code words/concepts.tsv} lists them; an entry that ends in {@code *} is the beginning of a word.
 */
final class Concepts {

    /** A longer message mentions everything; pairs of all of it would only be noise. */
    private static final int MOST = 12;

    private static final Map<String, Set<String>> BY_WORD = Resources.rows("words/concepts.tsv").stream()
            .flatMap(row -> Arrays.stream(row[1].split(",")).map(word -> new String[] {word.strip(), row[0]}))
            .collect(Collectors.groupingBy(
                    pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toUnmodifiableSet())));
    private static final int LONGEST_PHRASE = 4;
    private static final int SHORTEST_STEM = 3;

    private Concepts() {}

    /** Sorted and without repetition. */
    static List<String> in(PlainText text) {
        var found = new TreeSet<String>();
        var words = text.words();
        for (int i = 0; i < words.size() && found.size() < MOST; i++) {
            addStems(words.get(i), found);
            for (int n = 1; n <= LONGEST_PHRASE && i + n <= words.size(); n++) {
                found.addAll(BY_WORD.getOrDefault(String.join(" ", words.subList(i, i + n)), Set.of()));
            }
        }
        return List.copyOf(found);
    }

    private static void addStems(String word, Set<String> found) {
        for (int n = SHORTEST_STEM; n <= word.length(); n++) {
            found.addAll(BY_WORD.getOrDefault(word.substring(0, n) + '*', Set.of()));
        }
    }
}
