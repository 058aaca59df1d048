package app.novelo.ai.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Portuguese, English or Spanish, by spelling. What the customer wrote before decides where a text is too short to tell. */
final class LanguageIdentifier {

    static final String UNDETERMINED = "und";

    /** A customer seldom changes language: the known one is this many times likelier before the text is read. */
    private static final double STICKINESS = 4;

    private static final double SURE = 0.6;
    private static final Set<String> SHARED =
            Set.of("ok", "okay", "pix", "whatsapp", "email", "app", "kk", "kkk", "rs", "haha", "lol");

    private final LinearModel model;

    LanguageIdentifier(LinearModel model) {
        this.model = model;
    }

    String identify(@Nullable String text, @Nullable String knownLanguage) {
        var known = knownLanguage == null ? UNDETERMINED : knownLanguage.toLowerCase(Locale.ROOT);
        var fallback = model.labels().contains(known) ? known : UNDETERMINED;
        var spelling = text == null ? "" : spelling(text);
        if (isShared(spelling)) {
            return fallback;
        }
        var probabilities = model.probabilities(FeatureBag.ofSpelling(spelling));
        stick(probabilities, known);
        var best = Best.of(probabilities);
        return best.probability() >= SURE ? model.labels().get(best.index()) : fallback;
    }

    static String spelling(String text) {
        return PlainText.excerpt(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\S{1,64}@\\S{1,64}|https?://\\S{1,300}", " ");
    }

    /** No letters of ours, or only words that all three languages use. */
    private static boolean isShared(String spelling) {
        var words = List.of(spelling.split("[^\\p{IsLatin}]+"));
        return words.stream().allMatch(word -> word.isEmpty() || SHARED.contains(word));
    }

    private void stick(double[] probabilities, String known) {
        int index = model.labels().indexOf(known);
        if (index >= 0) {
            double sum = 1 + probabilities[index] * (STICKINESS - 1);
            probabilities[index] *= STICKINESS;
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] /= sum;
            }
        }
    }
}
