package app.novelo.engine.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which expressions a model may hold. */
class PlainExpressionTest {

    private static final Vocabulary WORDS = new Vocabulary(
            Set.of("openTicketDelegate"), Set.of("auditListener"), Set.of("conversation.send"), Set.of("by-hand"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${queue}",
                "#{queue}",
                "${ticket.queue}",
                "${decisionResult[0].queue}",
                "${askModel}",
                "${!askModel}",
                "${not askModel}",
                "${action == 'greet'}",
                "${action eq \"greet\" and (minutes >= 10 or empty queue)}",
                "${a && b || !c}",
                "${amount < 10.5}",
                "${reason == null}"
            })
    void takesExpressionsThatNameAndCompare(String expression) {
        assertThat(PlainExpression.refusal(expression, WORDS::isBean)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${queue.toString()}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${runtimeService.startProcessInstanceByKey('x')}",
                "${execution.processEngineServices}",
                "${execution}",
                "${task.execution.processInstance}",
                "${queue.class}",
                "${queue['class']}",
                "${queue[name]}",
                "${openTicketDelegate}",
                "${openTicketDelegate.tickets}",
                "${dateTime()}",
                "${now()}",
                "${a ? b : c}",
                "${a + b}",
                "${a = b}",
                "${a; b}",
                "${[1,2].stream()}",
                "${x -> x}",
                "${fn:length(queue)}",
                "${S(json).prop('a')}",
                "${'\\u0024{a}'}",
                "${a}${b}",
                "to ${queue}",
                "${a",
                "${}",
                "${'}'.bytes}",
                "${a == '${b()}'}"
            })
    void refusesExpressionsThatCallOrCompute(String expression) {
        assertThat(PlainExpression.refusal(expression, WORDS::isBean)).isPresent();
    }
}
