package app.novelo.channel.cost;

import app.novelo.channel.Billing;
import app.novelo.channel.Billings;
import app.novelo.channel.Charge;
import app.novelo.channel.Cost;
import app.novelo.channel.Costs;
import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads WhatsApp's words about a price. What it does not say it costs nothing, and what we do not know, are told apart. */
@Component
class StoredCosts implements Costs {

    /** What has its price in the list. */
    static final String REGULAR = "regular";

    /** Free within the service window: service messages of a month, until there are too many. */
    static final String FREE_SERVICE = "free_customer_service";

    private static final Set<String> FREE = Set.of(FREE_SERVICE, "free_entry_point", "free_group_customer_service");

    private final Lines lines;
    private final Billings billings;
    private final Markets markets;
    private final Prices prices;
    private final Usage usage;
    private final CostSettings settings;
    private final Clock clock;

    StoredCosts(
            Lines lines,
            Billings billings,
            Markets markets,
            Prices prices,
            Usage usage,
            CostSettings settings,
            Clock clock) {
        this.lines = lines;
        this.billings = billings;
        this.markets = markets;
        this.prices = prices;
        this.usage = usage;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Cost of(Charge charge, Instant at) {
        var line = lines.find(charge.channel(), charge.line());
        var billing = line.map(billings::of).orElse(Billing.UNKNOWN);
        var day = LocalDate.ofInstant(at, billing.zone() == null ? clock.getZone() : billing.zone());
        var currency = billing.currency() == null ? settings.currency() : billing.currency();
        var billable = billable(charge);
        var list = prices.list();
        var markets = this.markets.of(charge.phone(), charge.userId());
        var price = isPriced(charge, billable)
                ? list.find(markets, charge.category(), currency, day)
                : Optional.<Price>empty();
        return new Cost(
                line.map(Line::id).orElse(null),
                YearMonth.from(day),
                charge.category(),
                charge.type().isEmpty() ? Cost.UNKNOWN : charge.type(),
                price.map(Price::market).orElse(markets.isEmpty() ? null : markets.get(0)),
                billable,
                Boolean.FALSE.equals(billable)
                        ? BigDecimal.ZERO
                        : price.map(Price::amount).orElse(null),
                currency,
                price.isPresent() && list.isSample());
    }

    /** The type is believed before the flag, which WhatsApp is about to give up. */
    private static @Nullable Boolean billable(Charge charge) {
        if (FREE.contains(charge.type())) {
            return false;
        }
        return charge.type().equals(REGULAR) ? Boolean.TRUE : charge.billable();
    }

    /** The rule behind a word of tomorrow may be another price. */
    private static boolean isPriced(Charge charge, @Nullable Boolean billable) {
        return Boolean.TRUE.equals(billable)
                && (charge.type().equals(REGULAR) || charge.type().isEmpty());
    }

    @Override
    public void count(List<Cost> costs) {
        usage.count(costs);
    }
}
