package app.novelo.casework.internal;

import app.novelo.casework.Silence;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_waitAfterGreeting} in {@code processes/casework/intake.bpmn}: until when he may go on. */
@Component
class WaitAfterGreetingDelegate implements JavaDelegate {

    /** Where the table says nothing; whoever stands there with nothing but a greeting is not left alone for a day. */
    private static final Duration SHORT = Duration.ofMinutes(10);

    private final Clock clock;

    WaitAfterGreetingDelegate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Silence.WAIT_UNTIL.set(execution, Silence.ends(clock.instant(), Silence.MINUTES.find(execution), SHORT));
    }
}
