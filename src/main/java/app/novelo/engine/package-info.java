/**
 * The only door to Camunda's services: turns, starts, nudges, completions, decisions, remote work, deployment of the
 * shipped models, and the holes of the engine that are closed here.
 *
 * <p>Engine tables stay in the schema {@code public}. Knows no kind of case; modules above take part through
 * {@link app.novelo.engine.TaskObserver}, {@link app.novelo.engine.DecisionFacts},
 * {@link app.novelo.engine.DecisionRecorder} and {@link app.novelo.engine.RemoteWorker}.
 */
@ApplicationModule(displayName = "Engine", allowedDependencies = "platform")
@NullMarked
package app.novelo.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
