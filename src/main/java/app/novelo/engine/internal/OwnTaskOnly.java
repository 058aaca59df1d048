package app.novelo.engine.internal;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hangs on every user task of every model: only the assignee completes it, or a manager. By default every candidate may,
 * without having claimed it. A task that is completed in nobody's name is completed by the engine or our code.
 *
 * <p>The last word: {@link Completion} says the same before, with an answer that callers understand.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OwnTaskOnly extends AbstractBpmnParseListener implements TaskListener {

    static final String REFUSAL = "Claim the task before you complete it: only its assignee may";

    private final AtTheDoor door;

    OwnTaskOnly(AtTheDoor door) {
        this.door = door;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this);
    }

    @Override
    public void notify(DelegateTask task) {
        door.actor().ifPresent(person -> check(task, person));
    }

    private void check(DelegateTask task, String person) {
        if (!person.equals(task.getAssignee()) && !door.isManager(person)) {
            throw new AuthorizationException(REFUSAL);
        }
    }
}
