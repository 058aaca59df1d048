/**
 * Playing the customer: phones in the browser, an honest stand-in for Meta's Graph API over real HTTP, signed webhooks,
 * faults on demand, a clock that can be moved, and a sample company.
 *
 * <p>Owns the schema {@code sandbox}. Not one of its beans exists unless the sandbox is on. Nothing depends on it: the
 * application reaches it only over HTTP, as it would reach Meta.
 */
@ApplicationModule(
        displayName = "Sandbox",
        allowedDependencies = {"platform", "engine"})
@NullMarked
package app.novelo.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
