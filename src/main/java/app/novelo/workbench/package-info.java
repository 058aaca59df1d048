/**
 * Where people work: the agent's place in Camunda Tasklist. Mostly files for the browser, in
 * {@code META-INF/resources/webjars/camunda/app} (what Tasklist loads) and {@code static/novelo} (parts that any page of
 * ours may use); they speak to the other modules over {@code /api/v1} like everybody else.
 */
@ApplicationModule(
        displayName = "Workbench",
        allowedDependencies = {"platform", "engine"})
@NullMarked
package app.novelo.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
