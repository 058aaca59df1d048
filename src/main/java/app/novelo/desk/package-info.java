/**
 * Queues and business calendars, people with their skills and shifts, who is there, and who gets the work.
 *
 * <p>Owns the schema {@code desk}.
 */
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {"platform", "engine"})
@NullMarked
package app.novelo.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
