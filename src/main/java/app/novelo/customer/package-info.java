/**
 * Customers and the identities by which channels know them.
 *
 * <p>Owns the schema {@code customer}.
 */
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {"platform", "engine"})
@NullMarked
package app.novelo.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
