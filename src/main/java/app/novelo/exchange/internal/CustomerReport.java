package app.novelo.exchange.internal;

/**
 * What has become of a list so far.
 *
 * @param known customers who were there already, or stood further above, and were not changed
 * @param consents that were written down
 * @param consentsKept that were not, because the customer has said otherwise, and the list does not say that it is newer
 */
record CustomerReport(long rows, long created, long filled, long known, long bad, long consents, long consentsKept) {

    static final CustomerReport NOTHING = new CustomerReport(0, 0, 0, 0, 0, 0, 0);
}
