package app.novelo.lead.internal;

import app.novelo.platform.Events;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells other systems and automations how leads end: event {@code lead.won} or {@code lead.lost}. */
@Component
class LeadOutcomes {

    private final Events events;

    LeadOutcomes(Events events) {
        this.events = events;
    }

    void won(Lead lead) {
        var data = data(lead);
        if (lead.value() != null) {
            data.put("value", lead.value());
            data.put("currency", String.valueOf(lead.currency()));
        }
        events.append("lead.won", data);
    }

    void lost(Lead lead) {
        var data = data(lead);
        data.put("reason", String.valueOf(lead.lostReason()));
        events.append("lead.lost", data);
    }

    private static Map<String, Object> data(Lead lead) {
        return new HashMap<>(Map.of(
                "case",
                lead.getId(),
                "lead",
                lead.getId(),
                "customer",
                lead.customer().toString(),
                "conversation",
                lead.conversation().toString()));
    }
}
