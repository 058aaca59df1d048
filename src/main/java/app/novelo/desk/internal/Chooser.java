package app.novelo.desk.internal;

import app.novelo.desk.Assignment.Need;
import app.novelo.desk.Assignment.Pick;
import app.novelo.desk.Strategy;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Gives out work one after the other, and remembers what it has given to whom. */
final class Chooser {

    private static final Comparator<Candidate> LONGEST_WITHOUT =
            Comparator.comparing(Candidate::givenAt, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Comparator<Candidate> LEAST_LOADED = Comparator.comparingDouble(Candidate::share)
            .thenComparingInt(Candidate::load)
            .thenComparing(LONGEST_WITHOUT)
            .thenComparing(Candidate::id);

    private static final Comparator<Candidate> ROUND_ROBIN = LONGEST_WITHOUT.thenComparing(LEAST_LOADED);

    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private Instant now;

    /** @param now technical time, not before anybody was given something */
    Chooser(Collection<Candidate> candidates, Instant now) {
        candidates.forEach(candidate -> this.candidates.put(candidate.id(), candidate));
        this.now = now;
    }

    Optional<Pick> pick(Need need) {
        return need.strategy() == Strategy.BY_HAND
                ? Optional.empty()
                : own(need).or(() -> byRule(need));
    }

    /** The customer's own agent, or who stands in for him: of any queue if the table says so, else one of this. */
    private Optional<Pick> own(Need need) {
        var owner = find(need.preferred());
        var substitute = owner.map(Candidate::substitute).flatMap(this::find);
        return substitute
                .or(() -> owner)
                .filter(one -> mayHave(one, need))
                .map(one -> give(need, one, substitute.isPresent() ? "substitute" : Strategy.OWNER.id()));
    }

    private static boolean mayHave(Candidate candidate, Need need) {
        return candidate.hasRoom()
                && !candidate.id().equals(need.notTo())
                && (need.strategy() == Strategy.OWNER || candidate.queues().contains(need.queue()));
    }

    private Optional<Pick> byRule(Need need) {
        boolean inTurn = need.strategy() == Strategy.ROUND_ROBIN;
        return fit(need).stream()
                .filter(one -> one.hasRoom() && !one.id().equals(need.notTo()))
                .min(inTurn ? ROUND_ROBIN : LEAST_LOADED)
                .map(one -> give(need, one, (inTurn ? Strategy.ROUND_ROBIN : Strategy.LEAST_LOADED).id()));
    }

    /** What nobody in the queue can do or speak, whether he is there or not, is not asked for: it would wait for ever. */
    private List<Candidate> fit(Need need) {
        var queue = candidates.values().stream()
                .filter(one -> one.queues().contains(need.queue()))
                .toList();
        var able =
                where(queue, one -> need.skill() == null || one.row().skills().contains(need.skill()));
        return where(able, one -> one.row().speaks(need.language()));
    }

    private static List<Candidate> where(List<Candidate> all, Predicate<Candidate> wanted) {
        var those = all.stream().filter(wanted).toList();
        return those.isEmpty() ? all : those;
    }

    private Pick give(Need need, Candidate one, String why) {
        now = now.plusNanos(1_000);
        candidates.put(one.id(), one.withOneMore(now));
        return new Pick(need.task(), one.id(), why);
    }

    private Optional<Candidate> find(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(candidates.get(id));
    }

    boolean anybodyHasRoom() {
        return candidates.values().stream().anyMatch(Candidate::hasRoom);
    }
}
