package app.novelo.customer.internal;

import app.novelo.customer.Consents;
import app.novelo.platform.Caller;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people write down of customers' wills. */
@Service
class ConsentDesk {

    private final CustomerAccess access;
    private final ConsentReader reader;
    private final Consents consents;
    private final ConsentRows rows;

    ConsentDesk(CustomerAccess access, ConsentReader reader, Consents consents, ConsentRows rows) {
        this.access = access;
        this.reader = reader;
        this.consents = consents;
        this.rows = rows;
    }

    @Transactional
    public ConsentRows.Entry add(Caller caller, UUID id, ConsentReader.Told told) {
        var customer = access.visible(caller, id).id();
        var consent = reader.read(caller, told, "");
        consents.record(customer, consent);
        return rows.counting(customer, consent.purpose()).orElseThrow();
    }
}
