package app.novelo.customer;

import app.novelo.platform.Caller;

/** Who works with customers at all. Implemented above, by whoever knows the queues. */
public interface CustomerStaff {

    /** @return true for managers, and for whoever belongs to a queue */
    boolean serves(Caller caller);
}
