/**
 * What every other module stands on: the two clocks, appended events, wake-ups between threads and nodes, callers and
 * their authority, problem details, the database.
 *
 * <p>Owns the schema {@code platform}. Knows no word of the business.
 */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package app.novelo.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
