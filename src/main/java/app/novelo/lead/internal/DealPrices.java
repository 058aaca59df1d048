package app.novelo.lead.internal;

import app.novelo.platform.NotFound;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes over the price that a form tells. What it does not tell stays. */
@Component
class DealPrices {

    private final LeadRepository leads;
    private final DealMoney money;

    DealPrices(LeadRepository leads, DealMoney money) {
        this.leads = leads;
        this.money = money;
    }

    /**
     * @throws app.novelo.platform.BadRequest if it is no price
     * @throws MoveRefused {@code valueMissing} if nobody has ever told one
     */
    void note(String number, @Nullable Double told, @Nullable String currency) {
        var lead = leads.findById(number).orElseThrow(() -> new NotFound("lead " + number));
        if (told != null) {
            lead.worth(money.amount(BigDecimal.valueOf(told)), money.currency(currency, lead.currency()));
            leads.saveAndFlush(lead);
        }
        if (lead.value() == null) {
            throw new MoveRefused("valueMissing", "a proposal and a deal have a value");
        }
    }
}
