package app.novelo.channel.cost;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All prices that count, in memory. */
final class PriceList {

    /**
     * Whose price a category has that the list does not name. WhatsApp charges a service message as a utility message of
     * its market, and marketing messages of either kind alike.
     */
    private static final Map<String, String> AS = Map.of("service", "utility", "marketing_lite", "marketing");

    private final boolean sample;
    private final Map<Price.Key, TreeMap<LocalDate, Price>> prices = new HashMap<>();

    /** @param sample these are nobody's prices */
    PriceList(boolean sample, Collection<Price> prices) {
        this.sample = sample;
        prices.forEach(price ->
                this.prices.computeIfAbsent(price.key(), key -> new TreeMap<>()).put(price.from(), price));
    }

    boolean isSample() {
        return sample;
    }

    /** @param markets the first that has a price on that day counts */
    Optional<Price> find(List<String> markets, String category, String currency, LocalDate day) {
        var names = Stream.of(category, AS.getOrDefault(category, category))
                .distinct()
                .toList();
        return markets.stream()
                .flatMap(market -> names.stream().map(name -> new Price.Key(market, name, currency)))
                .flatMap(key -> on(day, key).stream())
                .findFirst();
    }

    private Optional<Price> on(LocalDate day, Price.Key key) {
        return Optional.ofNullable(prices.get(key))
                .map(periods -> periods.floorEntry(day))
                .map(Map.Entry::getValue)
                .filter(price -> price.holdsOn(day));
    }
}
