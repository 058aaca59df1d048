package app.novelo.ai.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Phrases of one meaning, from a word list; found in the spelled-out text only as whole words. */
record PhraseList(Set<List<String>> phrases, int longest) {

    /** The rows of a list that begin with {@code key}, as the same spelling rules see them. */
    static PhraseList of(String file, String key) {
        var phrases = new HashSet<List<String>>();
        for (var row : Resources.rows(file)) {
            if (row[0].equals(key)) {
                Arrays.stream(row[1].split(","))
                        .map(phrase -> PlainText.of(phrase).words())
                        .forEach(phrases::add);
                Arrays.stream(row[1].split(","))
                        .map(phrase -> List.of(phrase.split(" ")))
                        .forEach(phrases::add);
            }
        }
        phrases.remove(List.<String>of());
        return new PhraseList(
                phrases, phrases.stream().mapToInt(List::size).max().orElse(0));
    }

    boolean occursIn(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (lengthAt(words, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Words of the longest phrase that begins at {@code from}; 0 for none. */
    int lengthAt(List<String> words, int from) {
        for (int n = Math.min(longest, words.size() - from); n > 0; n--) {
            if (phrases.contains(words.subList(from, from + n))) {
                return n;
            }
        }
        return 0;
    }
}
