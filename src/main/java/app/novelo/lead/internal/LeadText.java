package app.novelo.lead.internal;

import org.jspecify.annotations.Nullable;

/**
 * What people write down about a lead.
 *
 * @param product what he wants to buy, as the company calls it; one customer has one open lead of each
 * @param nextStep what is to be done next
 */
record LeadText(
        @Nullable String product,
        @Nullable String products,
        @Nullable String competitors,
        @Nullable String decisionMakers,
        @Nullable String objections,
        @Nullable String nextStep) {

    static final LeadText NONE = new LeadText(null, null, null, null, null, null);
}
