package app.novelo.lead.internal;

import app.novelo.customer.CustomerMergeObserver;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Two customers who are one keep all their leads. Two of the same product are shown as such, for a person to merge. */
@Component
@Order(MergedLeads.AFTER_CASES)
class MergedLeads implements CustomerMergeObserver {

    static final int AFTER_CASES = 20;

    private final LeadRows rows;

    MergedLeads(LeadRows rows) {
        this.rows = rows;
    }

    @Override
    public void merging(UUID from, UUID into) {
        rows.belongsTo(from, into);
    }
}
