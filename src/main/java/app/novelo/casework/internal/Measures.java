package app.novelo.casework.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all rules of {@code escalation.dmn} that fit ask for together.
 *
 * @param moveTo the queue that takes over; of several the first that a rule names
 * @param minutes to the next level, the fewest that a rule names; null: there is none
 */
record Measures(
        Set<Telling> tell, boolean raise, @Nullable String moveTo, boolean tellCustomer, @Nullable Integer minutes) {

    /** Who is told in which way. What the table writes and nobody knows is a manager in Tasklist: never nobody. */
    record Telling(Who who, Way way) {}

    enum Who {
        OWNER,
        QUEUE,
        MANAGER,
        DIRECTOR
    }

    enum Way {
        TASKLIST,
        EMAIL,
        /** By template, on one's own number; who is not reached so is written to by e-mail. */
        WHATSAPP
    }

    static Measures of(List<Map<String, @Nullable Object>> rules) {
        var tell = new LinkedHashSet<Telling>();
        if (rules.isEmpty()) {
            tell.add(new Telling(Who.MANAGER, Way.TASKLIST)); // a gap in the table hides nothing
        }
        rules.forEach(rule -> tell.add(new Telling(
                named(Who.values(), rule.get("notify"), Who.MANAGER),
                named(Way.values(), rule.get("channel"), Way.TASKLIST))));
        return new Measures(
                tell,
                rules.stream().anyMatch(rule -> Boolean.TRUE.equals(rule.get("raisePriority"))),
                rules.stream()
                        .map(rule -> rule.get("reassignTo"))
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .findFirst()
                        .orElse(null),
                rules.stream().anyMatch(rule -> Boolean.TRUE.equals(rule.get("tellCustomer"))),
                rules.stream()
                        .map(rule -> rule.get("minutesToNextLevel"))
                        .filter(Number.class::isInstance)
                        .map(minutes -> ((Number) minutes).intValue())
                        .filter(minutes -> minutes > 0)
                        .min(Integer::compare)
                        .orElse(null));
    }

    private static <E extends Enum<E>> E named(E[] all, @Nullable Object name, E otherwise) {
        for (var one : all) {
            if (one.name().equals(String.valueOf(name).toUpperCase(Locale.ROOT))) {
                return one;
            }
        }
        return otherwise;
    }

    /** Somebody is to be told outside of Tasklist. */
    boolean byMail() {
        return tell.stream().anyMatch(telling -> telling.way != Way.TASKLIST);
    }

    /** A manager who is told has something to do. */
    boolean forManager() {
        return tell.stream().anyMatch(telling -> telling.who == Who.MANAGER || telling.who == Who.DIRECTOR);
    }
}
