package app.novelo.engine.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ways round a process may go. */
class LoopRulesTest {

    private static final String STEP = "<bpmn:serviceTask id='step' camunda:delegateExpression='#{x}' />";

    @Test
    void takesAWayThatEnds() {
        assertThat(findings(STEP + flows("start step", "step end", "start end")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:userTask id='wait' />",
                "<bpmn:receiveTask id='wait' />",
                "<bpmn:eventBasedGateway id='wait' />",
                "<bpmn:callActivity id='wait' calledElement='ask-customer' />",
                "<bpmn:serviceTask id='wait' camunda:type='external' camunda:topic='t' />",
                "<bpmn:serviceTask id='wait' camunda:asyncBefore='true' />",
                "<bpmn:intermediateCatchEvent id='wait'><bpmn:timerEventDefinition /></bpmn:intermediateCatchEvent>",
                "<bpmn:intermediateThrowEvent id='wait'><bpmn:messageEventDefinition camunda:type='external' /></bpmn:intermediateThrowEvent>",
                "<bpmn:subProcess id='wait'><bpmn:userTask id='inner' /></bpmn:subProcess>",
            })
    void takesALoopInWhichSomethingWaits(String wait) {
        assertThat(findings(STEP + wait + flows("start step", "step wait", "wait step", "wait end")))
                .isEmpty();
    }

    @Test
    void refusesALoopInWhichNothingWaits() {
        var gateway = "<bpmn:exclusiveGateway id='again' />";

        assertThat(findings(STEP + gateway + flows("start step", "step again", "again step", "again end")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.element()).isEqualTo("step");
                    assertThat(finding.reason()).contains("nothing waits in this loop (step, again)");
                });
        assertThat(findings(gateway + flows("start again", "again again"))).hasSize(1);
    }

    @Test
    void refusesALoopThroughASubProcessWithoutWaiting() {
        var inner = "<bpmn:subProcess id='again'>" + STEP + "</bpmn:subProcess>";

        assertThat(findings(inner + flows("start again", "again again"))).hasSize(1);
    }

    @Test
    void refusesALoopThroughAnErrorThatTheStepItselfThrows() {
        var error =
                "<bpmn:boundaryEvent id='failed' attachedToRef='step'><bpmn:errorEventDefinition /></bpmn:boundaryEvent>";
        var timer =
                "<bpmn:boundaryEvent id='late' attachedToRef='step'><bpmn:timerEventDefinition /></bpmn:boundaryEvent>";

        assertThat(findings(STEP + error + flows("start step", "step end", "failed step")))
                .hasSize(1);
        assertThat(findings(STEP + timer + flows("start step", "step end", "late step")))
                .isEmpty();
    }

    @Test
    void refusesALoopThroughALink() {
        var thrown =
                "<bpmn:intermediateThrowEvent id='to'><bpmn:linkEventDefinition name='up' /></bpmn:intermediateThrowEvent>";
        var caught =
                "<bpmn:intermediateCatchEvent id='from'><bpmn:linkEventDefinition name='up' /></bpmn:intermediateCatchEvent>";

        assertThat(findings(thrown + caught + STEP + flows("start step", "step to", "from step")))
                .hasSize(1);
        assertThat(findings(thrown + caught + STEP + flows("start step", "step to", "from end")))
                .isEmpty();
    }

    @Test
    void readsALongWayInOnePass() {
        int last = 10_000;
        var steps = IntStream.rangeClosed(0, last)
                .mapToObj("<bpmn:task id='s%d' />"::formatted)
                .collect(Collectors.joining());
        var way =
                IntStream.range(0, last).mapToObj(n -> "s" + n + " s" + (n + 1)).toArray(String[]::new);

        assertThat(findings(steps + flows(way))).isEmpty();
        assertThat(findings(steps + flows(way) + flows("s" + last + " s0"))).hasSize(1);
    }

    private static String flows(String... ways) {
        return java.util.Arrays.stream(ways)
                .map(way -> way.split(" "))
                .map(way -> "<bpmn:sequenceFlow id='%s_%s' sourceRef='%s' targetRef='%s' />"
                        .formatted(way[0], way[1], way[0], way[1]))
                .collect(Collectors.joining());
    }

    private static List<Finding> findings(String content) {
        var xml =
                "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn'><bpmn:process id='p'>%s</bpmn:process></bpmn:definitions>";
        return new LoopRules(XmlFile.of(xml.formatted(content).getBytes(StandardCharsets.UTF_8)))
                .findings()
                .toList();
    }
}
