package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.novelo.engine.ProcessUnavailable;
import app.novelo.engine.Processes;
import app.novelo.support.Doors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Starting a process, and what is said when it does not start. */
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
}
