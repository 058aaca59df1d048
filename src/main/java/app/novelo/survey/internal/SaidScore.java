package app.novelo.survey.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A score in a customer's words: "5", "nota 5", "10/10", five stars, "dez".
 *
 * @param outOf of how many, where he says so: "4 de 5"; null where he does not
 * @param more what else he says; empty for a score alone
 */
record SaidScore(int score, @Nullable Integer outOf, String more) {

    /** Characters; whoever writes more than that says more than a score. */
    private static final int LONGEST_ALONE = 32;

    private static final String BEFORE =
            "(?:minha |mi |my )?(?:nota|note|score|rating|puntuacion|calificacion|puntaje)(?: is| e| es)?\\s*[:=-]?\\s*";
    private static final String NUMBER = "(10|[0-9])";
    private static final String OUT_OF = "(?:\\s*(?:/|de|of|out of)\\s*(5|10))";
    private static final String UNIT = "(?:\\s*(?:estrelas?|estrellas?|stars?))";
    private static final Pattern ALONE =
            Pattern.compile("(?:%s|dou |doy |i give )?%s%s?%s?\\s*[.!]*".formatted(BEFORE, NUMBER, OUT_OF, UNIT));

    /** Without one of these words it may be anything: "2 geladeiras". */
    private static final Pattern LEADING =
            Pattern.compile("(?:%1$s%2$s%3$s?%4$s?|%2$s(?:%3$s%4$s?|%4$s))(?!\\w)[\\s,.;:!-]+(?=\\S)"
                    .formatted(BEFORE, NUMBER, OUT_OF, UNIT));

    private static final Pattern STARS = Pattern.compile("(?:\\u2B50\\uFE0F?|\\uD83C\\uDF1F){1,5}");
    private static final Pattern STAR = Pattern.compile("\\u2B50|\\uD83C\\uDF1F");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern KEYCAP = Pattern.compile("\\uFE0F?\\u20E3");

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("cero", 0),
            Map.entry("um", 1),
            Map.entry("uno", 1),
            Map.entry("one", 1),
            Map.entry("dois", 2),
            Map.entry("dos", 2),
            Map.entry("two", 2),
            Map.entry("tres", 3),
            Map.entry("three", 3),
            Map.entry("quatro", 4),
            Map.entry("cuatro", 4),
            Map.entry("four", 4),
            Map.entry("cinco", 5),
            Map.entry("five", 5),
            Map.entry("seis", 6),
            Map.entry("six", 6),
            Map.entry("sete", 7),
            Map.entry("siete", 7),
            Map.entry("seven", 7),
            Map.entry("oito", 8),
            Map.entry("ocho", 8),
            Map.entry("eight", 8),
            Map.entry("nove", 9),
            Map.entry("nueve", 9),
            Map.entry("nine", 9),
            Map.entry("dez", 10),
            Map.entry("diez", 10),
            Map.entry("ten", 10));

    /** @return empty unless the text is a score and nothing else */
    static Optional<SaidScore> alone(String text) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST_ALONE) {
            return Optional.empty();
        }
        if (STARS.matcher(said).matches()) {
            return Optional.of(new SaidScore((int) STAR.matcher(said).results().count(), 5, ""));
        }
        var plain = plain(said);
        var word = WORDS.get(plain.replaceAll("[.!]+$", ""));
        return word != null ? Optional.of(new SaidScore(word, null, "")) : read(ALONE.matcher(plain), 1, "");
    }

    /** @return empty unless the text begins with what can only be a score, and goes on */
    static Optional<SaidScore> leading(String text) {
        var said = text.strip();
        var plain = plain(said.substring(0, Math.min(said.length(), LONGEST_ALONE)));
        var match = LEADING.matcher(plain);
        if (!match.lookingAt()) {
            return Optional.empty();
        }
        int group = match.group(1) != null ? 1 : 3;
        return Optional.of(new SaidScore(
                Integer.parseInt(match.group(group)),
                outOf(match.group(group + 1)),
                said.substring(Math.min(match.end(), said.length()))));
    }

    private static Optional<SaidScore> read(Matcher match, int group, String more) {
        return match.matches()
                ? Optional.of(new SaidScore(Integer.parseInt(match.group(group)), outOf(match.group(group + 1)), more))
                : Optional.empty();
    }

    private static @Nullable Integer outOf(@Nullable String said) {
        return said == null ? null : Integer.valueOf(said);
    }

    /** Lower case without accents; keycaps are their digits. */
    private static String plain(String text) {
        var digits = KEYCAP.matcher(text.replace("\uD83D\uDD1F", "10")).replaceAll("");
        return MARKS.matcher(Normalizer.normalize(digits, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** @return whether it answers such a question */
    boolean fits(SurveyKind kind) {
        return kind.allows(score) && (outOf == null || outOf == (kind == SurveyKind.NPS ? 10 : 5));
    }
}
