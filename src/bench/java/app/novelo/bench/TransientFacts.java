package app.novelo.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;

/** Offers what the tables read, as transient variables. */
final class TransientFacts extends AbstractBpmnParseListener implements ExecutionListener {

    static final Map<String, Object> KNOWN = known();

    private static Map<String, Object> known() {
        var facts = new HashMap<String, Object>();
        for (var name : List.of(
                "intent",
                "confidence",
                "sentiment",
                "urgency",
                "language",
                "gesture",
                "escalationWord",
                "channel",
                "line",
                "turn",
                "hasOpenCase",
                "minutesSinceClosed",
                "isKnownCustomer",
                "recontacts7d",
                "segment",
                "contract",
                "businessHours",
                "customerOwnerOnShift",
                "kind",
                "topic",
                "priority",
                "queue",
                "triageQueue",
                "metric")) {
            facts.put(name, null);
        }
        facts.putAll(Map.of(
                "intent",
                "support",
                "confidence",
                0.9,
                "gesture",
                "content",
                "sentiment",
                "neutral",
                "urgency",
                "normal",
                "escalationWord",
                false,
                "hasOpenCase",
                false,
                "kind",
                "ticket",
                "priority",
                "NORMAL"));
        return facts;
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, this);
    }

    @Override
    public void notify(DelegateExecution execution) {
        KNOWN.forEach((name, value) -> execution.setVariableLocal(name, Variables.untypedValue(value, true)));
    }
}
