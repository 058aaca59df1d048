package app.novelo.customer.internal;

import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with customers. */
@Service
class CustomerDesk {

    private static final Turn MERGES = new Turn("customers: merge");

    private final CustomerRows customers;
    private final CustomerAccess access;
    private final CustomerEdit edit;
    private final Holding holding;
    private final Merging merging;
    private final Turns turns;
    private final Clock clock;

    CustomerDesk(
            CustomerRows customers,
            CustomerAccess access,
            CustomerEdit edit,
            Holding holding,
            Merging merging,
            Turns turns,
            Clock clock) {
        this.customers = customers;
        this.access = access;
        this.edit = edit;
        this.holding = holding;
        this.merging = merging;
        this.turns = turns;
        this.clock = clock;
    }

    @Transactional
    public CustomerRows.Row change(Caller caller, UUID id, JsonNode change) {
        var row = access.visible(caller, id);
        holding.customers(row.id(), row.id());
        var changed = edit.apply(caller, access.visible(caller, id), change);
        customers.save(changed);
        return changed;
    }

    /** Two requests to merge the same two are one merge; one that meets what the two write is made anew. */
    CustomerRows.Row merge(Caller caller, UUID from, UUID into) {
        if (from.equals(into)) {
            throw new BadRequest("into", "a customer cannot be merged into himself");
        }
        return turns.inTurn(MERGES, () -> mergeNow(caller, from, into));
    }

    private CustomerRows.Row mergeNow(Caller caller, UUID from, UUID into) {
        holding.customers(
                access.visible(caller, from).id(), access.visible(caller, into).id());
        var gone = access.visible(caller, from).id();
        var stays = access.visible(caller, into).id();
        if (!gone.equals(stays)) {
            merging.into(gone, stays, caller.id(), clock.instant());
        }
        return access.visible(caller, into);
    }
}
