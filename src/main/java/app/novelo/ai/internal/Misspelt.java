package app.novelo.ai.internal;

import java.util.List;
import java.util.Set;

/** Puts right what is one letter more, less, other or exchanged with its neighbour. Longer words only: short ones are others. */
final class Misspelt {

    /** Of a word that is put right. */
    private static final int SHORTEST = 6;

    private final List<String> meant;
    private final Set<String> right;

    /** @param right words that stay as they are, near to one of {@code meant} or not */
    Misspelt(List<String> meant, Set<String> right) {
        this.meant = meant.stream()
                .filter(word -> word.length() >= SHORTEST)
                .sorted()
                .toList();
        this.right = Set.copyOf(right);
    }

    String right(String word) {
        if (word.length() < SHORTEST - 1 || right.contains(word)) {
            return word;
        }
        return meant.stream()
                .filter(candidate -> isNear(word, candidate))
                .findFirst()
                .orElse(word);
    }

    private static boolean isNear(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        var rest = one.substring(start);
        var otherRest = other.substring(start);
        return start > 0
                && (tail(rest).equals(otherRest)
                        || rest.equals(tail(otherRest))
                        || tail(rest).equals(tail(otherRest))
                        || isExchanged(rest, otherRest));
    }

    private static String tail(String text) {
        return text.isEmpty() ? text : text.substring(1);
    }

    private static boolean isExchanged(String one, String other) {
        return one.length() == other.length()
                && one.length() > 1
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)
                && one.substring(2).equals(other.substring(2));
    }
}
