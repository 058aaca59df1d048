package app.novelo.exchange.internal;

import app.novelo.customer.Purpose;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a list is to be taken in.
 *
 * @param fill customers who are known get what was not known of them; else they stay as they are
 * @param fields further columns, by their heads, that are noted under these names
 * @param purposes what all of the list allow, besides what it says itself
 * @param source how that is known, and what the list says without a source of its own
 * @param at when they said so; null: that is not known
 */
record CustomerChoices(
        boolean fill, List<String> fields, List<Purpose> purposes, @Nullable String source, @Nullable Instant at) {}
