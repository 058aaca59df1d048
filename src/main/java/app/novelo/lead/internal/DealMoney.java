package app.novelo.lead.internal;

import app.novelo.platform.BadRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A price as people tell it. Two of different currencies are never added. */
@Component
class DealMoney {

    private final LeadSettings settings;

    DealMoney(LeadSettings settings) {
        this.settings = settings;
    }

    /**
     * @throws BadRequest if it is below nothing, has more than two decimals, or more digits than twelve
     */
    BigDecimal amount(BigDecimal told) {
        var amount = told.stripTrailingZeros();
        if (amount.signum() < 0 || amount.scale() > 2 || amount.compareTo(Criterion.MOST_MONEY) > 0) {
            throw new BadRequest("value", "an amount from 0 to 999999999999.99 with at most two decimals");
        }
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /**
     * @param before of the price that it had
     * @throws BadRequest if the company tells no prices in it
     */
    String currency(@Nullable String told, @Nullable String before) {
        if (told == null) {
            return before == null ? settings.currency() : before;
        }
        var currency = told.strip().toUpperCase(Locale.ROOT);
        if (!settings.currencies().contains(currency)) {
            throw new BadRequest("currency", "one of " + String.join(", ", settings.currencies()));
        }
        return currency;
    }
}
