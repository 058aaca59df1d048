package app.novelo.engine.internal;

import app.novelo.engine.ProcessObserver;
import app.novelo.platform.Wakeups;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hangs our listeners on every model that the engine reads, so that no designer has to. */
@Component
class EngineListeners extends AbstractBpmnParseListener {

    /** Woken whenever an external task was created. */
    static final String REMOTE_TASKS = "remote-tasks";

    private final ObjectProvider<ProcessObserver> observers;
    private final OfferedFacts facts;
    private final TaskEvents taskEvents;
    private final ExecutionListener remoteTaskCreated;

    EngineListeners(
            ObjectProvider<ProcessObserver> observers, OfferedFacts facts, TaskEvents taskEvents, Wakeups wakeups) {
        this.observers = observers;
        this.facts = facts;
        this.taskEvents = taskEvents;
        this.remoteTaskCreated = execution -> wakeups.signal(REMOTE_TASKS);
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::processEnded);
    }

    private void processEnded(DelegateExecution execution) {
        var definition = execution.getProcessDefinitionId();
        var key = definition.substring(0, definition.indexOf(':'));
        observers.forEach(
                observer -> observer.ended(key, execution.getProcessInstanceId(), execution.getProcessBusinessKey()));
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, facts);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, facts);
        remote(element, activity);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        remote(element, activity);
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        remote(element, activity);
    }

    private void remote(Element element, ActivityImpl activity) {
        if ("external"
                .equals(element.attributeNS(
                        org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "type"))) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, remoteTaskCreated);
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, taskEvents);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, taskEvents);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, taskEvents);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, taskEvents);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, taskEvents);
    }
}
