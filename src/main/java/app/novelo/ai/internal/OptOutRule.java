package app.novelo.ai.internal;

import app.novelo.ai.OptOut;
import app.novelo.ai.OptOut.Scope;
import app.novelo.ai.OptOuts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules of {@code words/optout.tsv}, which tells what each kind of row means. */
@Component
class OptOutRule implements OptOuts {

    private static final String FILE = "words/optout.tsv";

    private static final Map<String, String> DEFINED = Resources.rows(FILE).stream()
            .filter(row -> row[0].equals("define"))
            .collect(Collectors.toMap(row -> "{" + row[1] + "}", row -> row[2]));

    private static final Pattern NOT = words("not");
    private static final Pattern UNLESS = words("unless");
    private static final Pattern NOTHING = words("nothing");
    private static final Pattern ADVERTISING = words("advertising");
    private static final Pattern ALONE = all("alone");
    private static final Pattern AFTER = all("after");
    private static final Pattern FILLER = words("filler");
    private static final Pattern WISH = words("wish");
    private static final Misspelt MISSPELT =
            new Misspelt(List.of(rows("spelling").split(",")), literals());

    /** What has no letters of its own: emoji, laughter, punctuation. */
    private static final Pattern DECORATION =
            Pattern.compile("(?<= )(?:[!?]|z_(?!time|num|date|money|percent)\\w+)(?= )");

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    @Override
    public Optional<OptOut> in(@Nullable String text) {
        var words = PlainText.of(text).words();
        var said = without(DECORATION, padded(words));
        if (said.isBlank()) {
            return Optional.empty();
        }
        return asked(said).or(() -> words.contains("?") ? Optional.empty() : bare(said));
    }

    private static String padded(List<String> words) {
        return words.stream().map(MISSPELT::right).collect(Collectors.joining(" ", " ", " "));
    }

    private static Optional<OptOut> asked(String said) {
        var meant = NOT.matcher(said).replaceAll("z_else");
        boolean nothing = NOTHING.matcher(meant).find();
        if (!nothing && !ADVERTISING.matcher(meant).find()
                || UNLESS.matcher(said).find()) {
            return Optional.empty();
        }
        var rest = without(ADVERTISING, without(NOTHING, meant));
        boolean alone = without(WISH, without(FILLER, rest)).isBlank();
        return Optional.of(new OptOut(nothing ? Scope.EVERYTHING : Scope.ADVERTISING, alone, false));
    }

    /** A word that means it if there is no other. */
    private static Optional<OptOut> bare(String said) {
        var plain = without(FILLER, said);
        var forms = List.of(said, plain, without(WISH, plain));
        if (forms.stream().anyMatch(form -> ALONE.matcher(form).matches())) {
            return Optional.of(new OptOut(Scope.ADVERTISING, true, false));
        }
        return forms.stream().anyMatch(form -> AFTER.matcher(form).matches())
                ? Optional.of(new OptOut(Scope.ADVERTISING, true, true))
                : Optional.empty();
    }

    private static String without(Pattern pattern, String padded) {
        return SPACES.matcher(pattern.matcher(padded).replaceAll("")).replaceAll(" ");
    }

    private static Pattern words(String kind) {
        return Pattern.compile("(?<= )(?:" + rows(kind) + ")(?= )");
    }

    private static Pattern all(String kind) {
        return Pattern.compile(" (?:" + rows(kind) + ") ");
    }

    private static String rows(String kind) {
        return Resources.rows(FILE).stream()
                .filter(row -> row[0].equals(kind))
                .map(row -> row[1])
                .map(OptOutRule::spelledOut)
                .collect(Collectors.joining("|"));
    }

    /** Definitions may name others. */
    private static String spelledOut(String regex) {
        var result = regex;
        for (int depth = 0; depth < 2; depth++) {
            for (var definition : DEFINED.entrySet()) {
                result = result.replace(definition.getKey(), definition.getValue());
            }
        }
        return result;
    }

    /** Words that the rules know are right as they are. */
    private static Set<String> literals() {
        return Resources.rows(FILE).stream()
                .flatMap(row -> Arrays.stream(row[row.length - 1].split("[^a-z]+")))
                .collect(Collectors.toSet());
    }
}
