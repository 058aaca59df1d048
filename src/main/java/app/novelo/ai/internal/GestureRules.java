package app.novelo.ai.internal;

import app.novelo.ai.Gesture;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a bare greeting, thanks or "ok" from a message with something in it.
 *
 * <p>Every word must belong to a known phrase of courtesy, or the message is content: to overlook a wish is worse than to
 * open a case for a courtesy. Where the words can be divided in several ways, the way that explains all of them counts.
 */
final class GestureRules {

    /** Longer courtesy exists, but something may hide in it. */
    private static final int MOST_WORDS = 24;

    private static final Map<Part, PhraseList> PHRASES = phrases();

    /** A question is rather "how are you?" than "fine." */
    private static final List<Part> ASKING = List.of(
            Part.THANKS,
            Part.THANKFOR,
            Part.GREETING,
            Part.HOWAREYOU,
            Part.ACKNOWLEDGEMENT,
            Part.CLOSING,
            Part.REACTION,
            Part.FILLER);

    private static final List<Part> TELLING = List.of(Part.values());

    private GestureRules() {}

    static Gesture of(PlainText text) {
        var words = text.words().stream()
                .filter(word -> !word.equals("!") && !word.equals("?"))
                .toList();
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return Gesture.CONTENT;
        }
        boolean asks = text.words().contains("?");
        var parts = explain(words, 0, asks ? ASKING : TELLING, new BitSet());
        return parts == null ? Gesture.CONTENT : name(parts, asks);
    }

    private static Gesture name(Set<Part> parts, boolean asks) {
        if (parts.contains(Part.THANKS)) {
            return Gesture.THANKS;
        }
        if (parts.contains(Part.GREETING) || asks && parts.contains(Part.HOWAREYOU)) {
            return Gesture.GREETING;
        }
        if (parts.contains(Part.ACKNOWLEDGEMENT) || parts.contains(Part.CLOSING)) {
            return asks ? Gesture.CONTENT : Gesture.ACKNOWLEDGEMENT;
        }
        return parts.contains(Part.REACTION) ? Gesture.REACTION : Gesture.CONTENT;
    }

    /**
     * What the words from {@code from} on consist of; null if a word stays unexplained.
     *
     * @param hopeless positions already tried in vain, without which the ways would multiply with every word
     */
    private static @Nullable Set<Part> explain(List<String> words, int from, List<Part> order, BitSet hopeless) {
        if (from == words.size()) {
            return EnumSet.noneOf(Part.class);
        }
        if (hopeless.get(from)) {
            return null;
        }
        for (var part : order) {
            int length = phrases(part).lengthAt(words, from);
            var rest = length == 0 ? null : explain(words, from + length, order, hopeless);
            if (rest != null) {
                rest.add(part);
                return rest;
            }
        }
        hopeless.set(from);
        return null;
    }

    private static PhraseList phrases(Part part) {
        return Objects.requireNonNull(PHRASES.get(part));
    }

    private static Map<Part, PhraseList> phrases() {
        var phrases = new EnumMap<Part, PhraseList>(Part.class);
        for (var part : Part.values()) {
            phrases.put(part, PhraseList.of("words/gestures.tsv", part.name().toLowerCase(Locale.ROOT)));
        }
        return phrases;
    }

    /** In the order in which a phrase that could be several is read. */
    private enum Part {
        THANKS,
        THANKFOR,
        GREETING,
        ACKNOWLEDGEMENT,
        HOWAREYOU,
        CLOSING,
        REACTION,
        FILLER
    }
}
