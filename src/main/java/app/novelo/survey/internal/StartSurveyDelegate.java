package app.novelo.survey.internal;

import app.novelo.casework.CaseProcess;
import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_startSurvey} in any kind of case: begins a survey of its own, for which the case does not wait. */
@Component
class StartSurveyDelegate implements JavaDelegate {

    private final Surveys surveys;
    private final SurveySettings settings;
    private final Clock clock;

    StartSurveyDelegate(Surveys surveys, SurveySettings settings, Clock clock) {
        this.surveys = surveys;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        surveys.want(new Surveys.Wanted(
                SurveyKind.of(SurveyProcess.KIND.find(execution)),
                UUID.fromString(CaseProcess.CONVERSATION.in(execution)),
                execution.getProcessBusinessKey(),
                null,
                clock.instant().plus(settings.delay())));
    }
}
