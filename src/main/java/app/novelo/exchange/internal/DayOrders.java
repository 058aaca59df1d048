package app.novelo.exchange.internal;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which order the dates of a chat are written: by days that there are, and because a chat goes forward. What
 * fits both ways is asked back.
 */
final class DayOrders {

    private final LocalDateTime latest;
    private final Map<DayOrder, Trial> trials = new EnumMap<>(DayOrder.class);

    /** @param latest nothing was said later than that */
    DayOrders(LocalDateTime latest) {
        this.latest = latest;
        List.of(DayOrder.values()).forEach(order -> trials.put(order, new Trial()));
    }

    void see(Stamp stamp) {
        trials.forEach((order, trial) -> trial.see(order.at(stamp).filter(at -> plausible(at, stamp, order))));
    }

    /** Two digits in front are no year: of 2024-05-06 the first number has four. */
    private boolean plausible(LocalDateTime at, Stamp stamp, DayOrder order) {
        boolean yearFits = order == DayOrder.YMD ? stamp.first() > 99 : stamp.first() <= 31;
        return yearFits && at.getYear() >= 2009 && !at.isAfter(latest);
    }

    /** @return empty if it cannot be told, or nothing was seen */
    Optional<DayOrder> found() {
        var possible = possible();
        if (possible.size() == 1) {
            return Optional.of(possible.get(0));
        }
        var forward = possible.stream()
                .filter(order -> trials.getOrDefault(order, new Trial()).backwards == 0)
                .toList();
        return forward.size() == 1 ? Optional.of(forward.get(0)) : Optional.empty();
    }

    /** @return orders in which every date is a day */
    List<DayOrder> possible() {
        return trials.entrySet().stream()
                .filter(entry -> entry.getValue().seen > 0 && entry.getValue().impossible == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What the dates would be in one order. */
    private static final class Trial {

        private int seen;
        private int impossible;
        private int backwards;
        private @Nullable LocalDateTime before;

        private void see(Optional<LocalDateTime> at) {
            seen++;
            if (at.isEmpty()) {
                impossible++;
                return;
            }
            if (before != null && at.get().isBefore(before.minusDays(1))) { // clocks are put back, and phones move
                backwards++;
            }
            before = at.get();
        }
    }
}
