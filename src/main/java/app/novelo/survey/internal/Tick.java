package app.novelo.survey.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of our list that was pressed: its id says which survey it answers, however old the list is.
 *
 * @param survey number
 */
record Tick(String survey, int score) {

    private static final Pattern ID = Pattern.compile("(S-\\d{4}-\\d{6,12})_(\\d{1,2})");

    static String id(String survey, int score) {
        return survey + "_" + score;
    }

    /** @param choice id of what was pressed; null if nothing was */
    static Optional<Tick> of(@Nullable String choice) {
        return Optional.ofNullable(choice)
                .map(ID::matcher)
                .filter(match -> match.matches())
                .map(match -> new Tick(match.group(1), Integer.parseInt(match.group(2))));
    }
}
