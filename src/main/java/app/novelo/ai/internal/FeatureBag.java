package app.novelo.ai.internal;

import java.util.Arrays;
import java.util.List;

/**
 * The features of a text, as 32-bit hashes in blocks that are weighted apart: words, characters, concepts.
 *
 * <p>{@link #VERSION} counts up whenever the same text gives other features, so that an artefact of other features is refused.
 */
final class FeatureBag {

    static final int VERSION = 1;
    static final int BLOCKS = 3;

    private static final int WORDS = 0;
    private static final int CHARACTERS = 1;
    private static final int CONCEPTS = 2;

    private static final int STEM = 5;

    private final int[][] hashes = new int[BLOCKS][64];
    private final int[] sizes = new int[BLOCKS];

    /** What intent and sentiment are told from. */
    static FeatureBag of(PlainText text) {
        var bag = new FeatureBag();
        bag.addWords(text.words());
        text.words().forEach(word -> bag.addCharacters(word, 2, 5));
        bag.addConcepts(Concepts.in(text));
        return bag;
    }

    /** What the language is told from: spelling counts, so accents stay. */
    static FeatureBag ofSpelling(String lowerCase) {
        var bag = new FeatureBag();
        for (var word : lowerCase.split("[^\\p{L}']+")) {
            if (!word.isEmpty()) {
                bag.add(WORDS, hash('w', word, 0, word.length()));
                bag.addCharacters(word, 1, 4);
            }
        }
        return bag;
    }

    int[] block(int block) {
        return Arrays.copyOf(hashes[block], sizes[block]);
    }

    private void addWords(List<String> words) {
        var beforePrevious = "";
        var previous = "^";
        for (var word : words) {
            add(WORDS, hash('w', word, 0, word.length()));
            var stem = stem(word);
            addPair('b', previous, stem);
            if (!beforePrevious.isEmpty()) {
                addPair('g', beforePrevious, stem);
            }
            beforePrevious = previous;
            previous = stem;
        }
        addPair('b', previous, "$");
    }

    private void addPair(char kind, String first, String second) {
        var pair = first + ' ' + second;
        add(WORDS, hash(kind, pair, 0, pair.length()));
    }

    /** Endings of gender, number and person only scatter pairs of words. */
    private static String stem(String word) {
        return word.length() <= STEM ? word : word.substring(0, STEM);
    }

    private void addCharacters(String word, int shortest, int longest) {
        if (word.startsWith("z_")) {
            return;
        }
        var padded = '_' + word + '_';
        for (int n = shortest; n <= longest; n++) {
            for (int i = 0; i + n <= padded.length(); i++) {
                add(CHARACTERS, hash('c', padded, i, i + n));
            }
        }
    }

    private void addConcepts(List<String> concepts) {
        for (int i = 0; i < concepts.size(); i++) {
            var concept = concepts.get(i);
            add(CONCEPTS, hash('k', concept, 0, concept.length()));
            for (int j = i + 1; j < concepts.size(); j++) {
                var pair = concept + '+' + concepts.get(j);
                add(CONCEPTS, hash('k', pair, 0, pair.length()));
            }
        }
    }

    private void add(int block, int hash) {
        if (sizes[block] == hashes[block].length) {
            hashes[block] = Arrays.copyOf(hashes[block], 2 * sizes[block]);
        }
        hashes[block][sizes[block]++] = hash;
    }

    /** FNV-1a over UTF-16 units, then mixed, as FNV's low bits alone are weak for short strings. */
    private static int hash(char kind, String text, int from, int to) {
        int hash = (0x811C9DC5 ^ kind) * 0x01000193;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        return hash ^ hash >>> 13;
    }
}
