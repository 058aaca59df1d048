/**
 * Asks customers how it was: after a resolved case for one to five, now and then whether they would recommend the company.
 * One survey is one run of {@code processes/survey/satisfaction-survey.bpmn}. It is no case: what a customer answers is taken
 * beside his case ({@link app.novelo.casework.AsideAnswers}).
 *
 * <p>Owns the schema {@code survey}.
 */
@ApplicationModule(
        displayName = "Surveys",
        allowedDependencies = {"platform", "engine", "customer", "channel", "ai", "desk", "conversation", "casework"})
@NullMarked
package app.novelo.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
