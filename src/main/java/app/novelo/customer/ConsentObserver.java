package app.novelo.customer;

import java.util.UUID;

/** Told when a customer allows or forbids something that he did not before, in that transaction. */
public interface ConsentObserver {

    void changed(UUID customer, Consent consent);
}
