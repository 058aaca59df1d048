/**
 * What a customer's message means: intent, sentiment, urgency, language, gesture and the facts in it.
 *
 * <p>{@link app.novelo.ai.TextUnderstanding} works inside this JVM and always answers; {@link app.novelo.ai.LanguageModel}
 * asks a provider over the network and may be missing. Neither decides anything: that is for the decision tables.
 */
@ApplicationModule(
        displayName = "Understanding and answering",
        allowedDependencies = {"platform", "engine"})
@NullMarked
package app.novelo.ai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
