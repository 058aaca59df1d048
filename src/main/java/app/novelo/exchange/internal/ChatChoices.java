package app.novelo.exchange.internal;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a chat is to be read.
 *
 * @param us who of its participants is the company; null if only the customer wrote
 * @param them who is the customer; null if only the company wrote
 */
record ChatChoices(@Nullable String us, @Nullable String them, UUID customer, UUID line, DayOrder order, ZoneId zone) {}
