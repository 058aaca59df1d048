package app.novelo.channel.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a message costs in a market from a day on.
 *
 * @param category WhatsApp's word, in lower case, with _ for -
 * @param until the last day; null = until further notice
 */
record Price(
        String market, String category, String currency, BigDecimal amount, LocalDate from, @Nullable LocalDate until) {

    /** What has one price on each day. */
    record Key(String market, String category, String currency) {}

    Key key() {
        return new Key(market, category, currency);
    }

    Price until(LocalDate last) {
        return new Price(market, category, currency, amount, from, last);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** @param next one that begins later or on the same day */
    boolean reaches(Price next) {
        return until == null || !until.isBefore(next.from);
    }
}
