package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.novelo.engine.ProcessUnavailable;
import app.novelo.engine.Processes;
import app.novelo.support.Doors;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.EndEventBuilder;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Starting a process and what is said when it does not start, and what it waits for. */
@Doors
class CamundaProcessesTest {

    @Autowired
    Processes processes;

    @Autowired
    RepositoryService repository;

    @Test
    void saysThatAProcessIsUnavailableWhenNoneOfThatKeyIsDeployed() {
        assertThatExceptionOfType(ProcessUnavailable.class)
                .isThrownBy(() -> processes.startByKey("nobodyDeployedThis", "1"))
                .withMessageContaining("nobodyDeployedThis");
    }

    @Test
    void doesNotBlameTheProcessForOneThatItCalls() {
        var model = Bpmn.createExecutableProcess("calling")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .callActivity()
                .calledElement("nobodyDeployedThis")
                .endEvent()
                .done();
        repository.createDeployment().addModelInstance("calling.bpmn", model).deploy();

        assertThatExceptionOfType(NullValueException.class)
                .isThrownBy(() -> processes.startByKey("calling", "1"))
                .withMessageContaining("nobodyDeployedThis");
    }

    @Test
    void knowsWhatAnInstanceAndWhatItHasCalledWaitFor() {
        deploy("asked", asked -> asked.startEvent()
                .receiveTask()
                .message("asked.answered")
                .endEvent());
        deploy("asking", asking -> asking.startEvent()
                .parallelGateway("both")
                .callActivity()
                .calledElement("asked")
                .endEvent()
                .moveToNode("both")
                .intermediateCatchEvent()
                .message("asking.goesOn")
                .endEvent());
        var waiting = processes.startByKey("asking", "1");
        processes.startByKey("asked", "2");

        assertThat(processes.awaited(waiting)).containsExactlyInAnyOrder("asking.goesOn", "asked.answered");

        assertThat(processes.nudgeCalled(waiting, "asked.answered")).isTrue();
        assertThat(processes.awaited(waiting)).containsExactly("asking.goesOn");
        assertThat(processes.awaited("gone")).isEmpty();
    }

    private void deploy(String key, Function<ProcessBuilder, EndEventBuilder> steps) {
        var process = Bpmn.createExecutableProcess(key).camundaHistoryTimeToLiveString("P1D");
        repository
                .createDeployment()
                .addModelInstance(key + ".bpmn", steps.apply(process).done())
                .deploy();
    }
}
