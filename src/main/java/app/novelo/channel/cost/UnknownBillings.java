package app.novelo.channel.cost;

import app.novelo.channel.Billing;
import app.novelo.channel.Billings;
import app.novelo.channel.Line;
import org.springframework.stereotype.Component;

/** Nobody has asked WhatsApp for the accounts of our lines yet. */
@Component
class UnknownBillings implements Billings {

    @Override
    public Billing of(Line line) {
        return Billing.UNKNOWN;
    }
}
