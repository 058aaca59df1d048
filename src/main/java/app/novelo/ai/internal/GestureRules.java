package app.novelo.ai.internal;

import app.novelo.ai.Gesture;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private GestureRules() {}

    static Gesture of(PlainText text) {
        var words = text.words().stream()
                .filter(word -> !word.equals("!") && !word.equals("?"))
                .toList();
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return Gesture.CONTENT;
        }
        var parts = explain(words, 0);
        return parts == null ? Gesture.CONTENT : name(parts, text.words().contains("?"));
    }

    private static Gesture name(Set<Part> parts, boolean asks) {
        if (parts.contains(Part.THANKS)) {
            return Gesture.THANKS;
        }
        if (parts.contains(Part.GREETING)) {
            return Gesture.GREETING;
        }
        if (parts.contains(Part.HOWAREYOU) && asks) {
            return Gesture.GREETING;
        }
        if (parts.contains(Part.ACKNOWLEDGEMENT) || parts.contains(Part.CLOSING)) {
            return asks ? Gesture.CONTENT : Gesture.ACKNOWLEDGEMENT;
        }
        return parts.contains(Part.REACTION) ? Gesture.REACTION : Gesture.CONTENT;
    }

    /** What the words from {@code from} on consist of; null if a word stays unexplained. Longest phrases are tried first. */
    private static @Nullable Set<Part> explain(List<String> words, int from) {
        if (from == words.size()) {
            return EnumSet.noneOf(Part.class);
        }
        for (var entry : PHRASES.entrySet()) {
            int length = entry.getValue().lengthAt(words, from);
            var rest = length == 0 ? null : explain(words, from + length);
            if (rest != null) {
                rest.add(entry.getKey());
                return rest;
            }
        }
        return null;
    }

    private static Map<Part, PhraseList> phrases() {
        var phrases = new LinkedHashMap<Part, PhraseList>();
        for (var part : Part.values()) {
            phrases.put(part, PhraseList.of("words/gestures.tsv", part.name().toLowerCase(java.util.Locale.ROOT)));
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
