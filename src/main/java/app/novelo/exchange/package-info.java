/**
 * What comes in from elsewhere and goes out to elsewhere: chats that WhatsApp has exported, and lists of customers.
 *
 * <p>Owns the schema {@code exchange}. Everything that comes in is a stranger's file: it is read within limits, shown before
 * anything is done with it, and taken in portions that a kill does not double.
 */
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"platform", "customer", "channel", "media", "conversation"})
@NullMarked
package app.novelo.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
