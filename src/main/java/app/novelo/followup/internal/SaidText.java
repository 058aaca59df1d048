package app.novelo.followup.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A line of which words are taken away. It is read in small letters without accents; what remains is as it was written. */
final class SaidText {

    private static final char TAKEN = '\u0001';
    private static final Pattern VERB = Pattern.compile(
            "^\\s*(?:me\\s+)?(?:lembrar|lembre(?:-me)?|lembrete|remind(?:er)?(?:\\s+me)?|recordar(?:me)?|recuerdame)\\b[\\s:,-]*");
    private static final String EDGE =
            "(?:de que|que|de|para|pra|to|about|at|on|as|a las|em|no|na|el|la|by|ate|by|[,:;.-])";
    private static final Pattern BEGINS =
            Pattern.compile("^\\s*" + EDGE + "(?=\\s|$)\\s*|^\\s*[,:;.-]+\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile("\\s+" + EDGE + "\\s*$|[\\s,:;-]+$", Pattern.CASE_INSENSITIVE);

    private final String original;
    private final StringBuilder plain;
    private boolean weekday;

    SaidText(String original) {
        this.original = original;
        this.plain = new StringBuilder(plain(original));
    }

    /** One character for one, so that places stay the same. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (char letter : text.toCharArray()) {
            var base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            plain.append(base.isEmpty() ? ' ' : base.charAt(0));
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    boolean has(String pattern) {
        return Pattern.compile(pattern).matcher(plain).find();
    }

    Optional<MatchResult> take(String pattern) {
        var matcher = Pattern.compile(pattern).matcher(plain);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var found = matcher.toMatchResult();
        for (int place = found.start(); place < found.end(); place++) {
            plain.setCharAt(place, TAKEN);
        }
        return Optional.of(found);
    }

    /** @return where words were taken away just before that place */
    boolean isTakenBefore(int place) {
        int before = place - 1;
        while (before >= 0 && plain.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && plain.charAt(before) == TAKEN;
    }

    String plain() {
        return plain.toString();
    }

    void weekdayWasNamed(boolean named) {
        weekday = named;
    }

    boolean namedWeekday() {
        return weekday;
    }

    String rest() {
        var verb = VERB.matcher(plain);
        int from = verb.find() ? verb.end() : 0;
        var rest = new StringBuilder();
        for (int place = from; place < plain.length(); place++) {
            rest.append(plain.charAt(place) == TAKEN ? ' ' : original.charAt(place));
        }
        return trimmed(rest.toString().replaceAll("\\s+", " ").strip());
    }

    private static String trimmed(String words) {
        var rest = words;
        var before = "";
        while (!rest.equals(before)) {
            before = rest;
            rest = ENDS.matcher(BEGINS.matcher(rest).replaceFirst(""))
                    .replaceFirst("")
                    .strip();
        }
        return rest;
    }
}
