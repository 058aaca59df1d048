package app.novelo.ai.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message as the models and word lists see it: words without accents, slang spelled out, everything that varies without
 * meaning (numbers, times, links, laughter, emoji) replaced by a mark that begins with {@code z_}.
 */
record PlainText(List<String> words) {

    /** Beyond this a message says nothing new about itself; bounds the work for texts of any length. */
    private static final int HEAD = 1500;

    private static final int TAIL = 500;

    private static final Map<String, String> SLANG =
            Resources.rows("words/slang.tsv").stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));
    private static final Map<String, String> EMOJI =
            Resources.rows("words/emoji.tsv").stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));

    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S{1,300}");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}\\.[\\w.-]{2,63}");
    private static final Pattern MONEY = Pattern.compile(
            "(?:r\\$|us\\$|\\$|€)\\s?[\\d.,]{1,20}(?: ?mil\\b)?|\\b\\d[\\d.,]{0,20} ?(?:reais|real)\\b");
    private static final Pattern DATE =
            Pattern.compile("\\b\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final Pattern TIME = Pattern.compile(
            "\\b\\d{1,2}:\\d{2}(?: ?h| ?hs| ?hrs| ?[ap]\\.?m)?\\b|\\b\\d{1,2} ?(?:h|hs|hrs|horas|am|pm)(?:\\d{2})?\\b");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,4})? ?%");
    private static final Pattern LAUGH =
            Pattern.compile("\\b(?:k{2,}|(?:rs){1,}|(?:h[aeu]){2,}h?|(?:j[aeiou]){2,}j?|lol)\\b");
    private static final Pattern REPEATED = Pattern.compile("([a-z])\\1{2,}");
    private static final Pattern NUMBER = Pattern.compile("\\b[\\d][\\d.,/-]{0,40}\\b");
    private static final Pattern WORD = Pattern.compile("z_[a-z]+|[a-z0-9]+|[?!]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The words of a text; none for {@code null} and for a text without any. */
    static PlainText of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new PlainText(List.of());
        }
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(marked(withoutAccents(excerpt(text))));
        while (matcher.find()) {
            spellOut(matcher.group(), words);
        }
        return new PlainText(List.copyOf(words));
    }

    boolean hasWords() {
        return words.stream().anyMatch(word -> Character.isLetter(word.charAt(0)) && !word.startsWith("z_"));
    }

    /** Words and marks without punctuation, joined by one space, with a space at both ends: ready for {@code contains}. */
    String padded() {
        return words.stream()
                .filter(word -> !word.equals("?") && !word.equals("!"))
                .collect(Collectors.joining(" ", " ", " "));
    }

    static String excerpt(String text) {
        return text.length() <= HEAD + TAIL
                ? text
                : text.substring(0, HEAD) + ' ' + text.substring(text.length() - TAIL);
    }

    /** Lower case, compatibility forms folded, accents gone; emoji become their marks. */
    static String withoutAccents(String text) {
        var marks = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            var mark = codePoint < 0x2000 ? null : EMOJI.get(Character.toString(codePoint));
            if (mark == null) {
                marks.appendCodePoint(codePoint);
            } else {
                marks.append(" z_").append(mark).append(' ');
            }
        });
        var folded = Normalizer.normalize(marks, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return MARKS.matcher(folded).replaceAll("").replace('’', '\'');
    }

    private static String marked(String text) {
        var marked = LINK.matcher(text).replaceAll(" z_link ");
        marked = MAIL.matcher(marked).replaceAll(" z_mail ");
        marked = MONEY.matcher(marked).replaceAll(" z_money ");
        marked = DATE.matcher(marked).replaceAll(" z_date ");
        marked = TIME.matcher(marked).replaceAll(" z_time ");
        marked = PERCENT.matcher(marked).replaceAll(" z_percent ");
        marked = NUMBER.matcher(marked).replaceAll(" z_num ");
        marked = LAUGH.matcher(marked).replaceAll(" z_laugh ");
        marked = REPEATED.matcher(marked).replaceAll("$1");
        return marked.replace("'", "");
    }

    private static void spellOut(String word, List<String> words) {
        for (var part : SLANG.getOrDefault(word, word).split(" ")) {
            words.add(part);
        }
    }
}
