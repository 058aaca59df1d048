package app.novelo.conversation.internal;

import app.novelo.channel.Line;
import app.novelo.conversation.internal.Act.Sent;
import app.novelo.customer.Consent;
import app.novelo.customer.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be written to a person, by the rules as they are told and not as they are programmed. */
final class Oracle {

    private static final Duration WINDOW = Duration.ofHours(24).minusMinutes(5);

    private final Map<String, List<Instant>> wrote = new HashMap<>();
    private final Map<String, Instant> closed = new HashMap<>();
    private final List<Said> said = new ArrayList<>();

    private record Said(Purpose purpose, Consent.State state, Instant at) {}

    void writes(Line line, Instant at) {
        var last = last(line);
        if (last == null || !at.isBefore(last)) {
            closed.remove(line.providerId());
        }
        wrote.computeIfAbsent(line.providerId(), id -> new ArrayList<>()).add(at);
    }

    void says(Purpose purpose, Consent.State state, Instant at) {
        said.add(new Said(purpose, state, at));
    }

    void isRefusedAsClosed(Line line, Instant at) {
        var last = last(line);
        if (last == null || !last.isAfter(at)) {
            closed.put(line.providerId(), at);
        }
    }

    private @Nullable Instant last(Line line) {
        return wrote.getOrDefault(line.providerId(), List.of()).stream()
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** From now on all that was said by the other was said by this one. */
    void is(Oracle other) {
        other.wrote.forEach((line, times) ->
                wrote.computeIfAbsent(line, id -> new ArrayList<>()).addAll(times));
        other.closed.forEach((line, at) -> closed.merge(line, at, (one, two) -> one.isAfter(two) ? one : two));
        said.addAll(other.said);
        for (var line : List.of(Rows.ONE, Rows.OTHER)) {
            var last = last(line);
            var end = closed.get(line.providerId());
            if (last != null && end != null && end.isBefore(last)) {
                closed.remove(line.providerId());
            }
        }
    }

    boolean allows(Sent what, Line line, Instant now) {
        return switch (what) {
            case FREE_TEXT -> isOpen(line, now);
            case MARKETING, STRANGE -> state(Purpose.MARKETING) == Consent.State.GRANTED;
            case UTILITY, AUTHENTICATION -> {
                var service = state(Purpose.SERVICE);
                yield service == Consent.State.GRANTED || service == null && !wrote.isEmpty();
            }
        };
    }

    private boolean isOpen(Line line, Instant now) {
        var last = last(line);
        return last != null && now.isBefore(last.plus(WINDOW)) && !closed.containsKey(line.providerId());
    }

    private Consent.@Nullable State state(Purpose purpose) {
        var newest = ofPurpose(purpose).map(Said::at).max(Instant::compareTo);
        return newest.map(at -> ofPurpose(purpose)
                                .filter(one -> one.at.equals(at))
                                .anyMatch(one -> one.state == Consent.State.WITHDRAWN)
                        ? Consent.State.WITHDRAWN
                        : Consent.State.GRANTED)
                .orElse(null);
    }

    private Stream<Said> ofPurpose(Purpose purpose) {
        return said.stream().filter(one -> one.purpose == purpose);
    }
}
