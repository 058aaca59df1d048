/**
 * Turns messages into work: drives intake and cases, opens cases of any kind, keeps what all cases have in common, the
 * work list, the recorded decisions and the walked paths.
 *
 * <p>Owns the schema {@code casework}. A kind of case takes part as a {@link app.novelo.casework.CaseKind}.
 */
@ApplicationModule(
        displayName = "Casework",
        allowedDependencies = {"platform", "engine", "customer", "channel", "ai", "desk", "conversation", "servicelevel"
        })
@NullMarked
package app.novelo.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
