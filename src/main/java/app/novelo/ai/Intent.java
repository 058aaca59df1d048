package app.novelo.ai;

import java.util.Locale;
import java.util.Optional;

/** What the customer wants. How the borders are drawn is told in {@code docs/ai.md}. */
public enum Intent {
    /** Wants to buy, asks for a price, a quote, a plan, stock. */
    PURCHASE,
    /** Something does not work, or how something is done. */
    SUPPORT,
    /** Dissatisfied with something that happened; damaged and wrong items included. */
    COMPLAINT,
    /** Invoice, payment, refund, nota fiscal, Pix. */
    BILLING,
    /** Ends a contract or cancels an order. */
    CANCELLATION,
    /** Any act on an appointment, cancelling it too. */
    SCHEDULING,
    /** Anything about a delivery under way. */
    ORDER_STATUS,
    /** Greetings, thanks, opening hours, address, jobs, wrong number, spam. */
    OTHER;

    /** The name decision tables, variables and the API use, for example {@code order_status}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The intent with this id, whatever its case; empty for a word that is none. */
    public static Optional<Intent> of(String id) {
        return EnumIds.find(Intent.class, id);
    }
}
