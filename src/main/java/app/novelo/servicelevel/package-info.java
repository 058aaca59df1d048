/**
 * SLA clocks: when they began, when they are due in working time, how they ended, and a ledger of every change with its
 * cause. One run of {@code processes/servicelevel/service-level.bpmn} per case shows the worst of its clocks.
 *
 * <p>Owns the schema {@code servicelevel}.
 */
@ApplicationModule(
        displayName = "Service levels",
        allowedDependencies = {"platform", "engine", "desk"})
@NullMarked
package app.novelo.servicelevel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
