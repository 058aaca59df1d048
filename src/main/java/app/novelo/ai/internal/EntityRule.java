package app.novelo.ai.internal;

import app.novelo.ai.Entity;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds entities of one type. */
interface EntityRule {

    Stream<Entity> in(String text);

    /**
     * A rule that is a pattern and a reading of its matches.
     *
     * @param group of the pattern that holds the value; 0 for the whole match
     * @param normalized empty where the match is none after all, such as one with wrong check digits
     */
    static EntityRule pattern(
            String type, Pattern pattern, int group, Function<MatchResult, Optional<String>> normalized) {
        return text -> pattern.matcher(text).results().flatMap(match -> normalized.apply(match).stream()
                .map(value -> new Entity(type, match.group(group), value, match.start(group), match.end(group))));
    }
}
