/**
 * Queues and business calendars (later: agents, skills, presence, assignment).
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
