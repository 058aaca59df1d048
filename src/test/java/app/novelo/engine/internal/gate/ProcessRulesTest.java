package app.novelo.engine.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Files;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate says of a process, rule by rule. */
class ProcessRulesTest {

    private static final Vocabulary WORDS = new Vocabulary(
            Set.of("openTicketDelegate"), Set.of("auditListener"), Set.of("conversation.send"), Set.of("by-hand"));

    @Test
    void takesAPlainProcess() {
        assertThat(process("")).isEmpty();
    }

    @Test
    void letsACalledProcessHaveTheCasesNumberAndNothingElseOfTheExecution() {
        var call =
                """
                <bpmn:callActivity id="x" calledElement="ask-customer" camunda:calledElementBinding="latest">
                <bpmn:extensionElements><camunda:in businessKey="#{execution.%s}" /></bpmn:extensionElements></bpmn:callActivity>""";
        assertThat(process(call.formatted("processBusinessKey"))).isEmpty();
        assertThat(process(call.formatted("processEngineServices"))).isNotEmpty();
        assertThat(process(call.formatted("processBusinessKey").replace("businessKey=", "sourceExpression=")))
                .isNotEmpty();
    }

    /** The vocabulary of this test is small: what a shipped process names is given to it. */
    @Test
    void takesEveryProcessOfThisRelease() throws IOException {
        try (var files = java.nio.file.Files.walk(Path.of("processes"))) {
            for (var path :
                    files.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                var file = XmlFile.of(java.nio.file.Files.readAllBytes(path));
                assertThat(new ProcessRules(file, wordsOf(file)).findings())
                        .as(path.toString())
                        .isEmpty();
            }
        }
    }

    private static Vocabulary wordsOf(XmlFile file) {
        var delegates = file.tags().stream()
                .flatMap(tag -> tag.attribute("delegateExpression").stream())
                .flatMap(expression -> PlainExpression.soleName(expression).stream())
                .collect(Collectors.toSet());
        return new Vocabulary(
                delegates,
                Set.of(),
                Set.of("conversation.send", "ai.classifyMessage", "casework.mailPeople"),
                Set.of("by-hand"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    x | scripts are not run | <bpmn:scriptTask id="x" scriptFormat="javascript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>
                    x | scripts are not run | <bpmn:serviceTask id="x" camunda:type="external" camunda:topic="conversation.send"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>
                    x | Java classes | <bpmn:serviceTask id="x" camunda:class="java.lang.Runtime" />
                    x | Java classes | <bpmn:serviceTask id="x" xmlns:activiti="http://activiti.org/bpmn" activiti:class="java.lang.Runtime" />
                    x | may not call | <bpmn:serviceTask id="x" camunda:expression="${runtimeService.x()}" />
                    x | type "shell" | <bpmn:serviceTask id="x" camunda:type="shell" />
                    x | type "mail" | <bpmn:sendTask id="x" camunda:type="mail" />
                    x | connectors | <bpmn:serviceTask id="x"><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>
                    x | no step that exists | <bpmn:serviceTask id="x" camunda:delegateExpression="#{dataSource}" />
                    x | no step that exists | <bpmn:serviceTask id="x" camunda:delegateExpression="#{openTicketDelegate.foo}" />
                    x | no step that exists | <bpmn:serviceTask id="x" camunda:delegateExpression="#{auditListener}" />
                    x | nobody works on topic "shop.order" | <bpmn:serviceTask id="x" camunda:type="external" camunda:topic="shop.order" />
                    x | nobody works on topic | <bpmn:serviceTask id="x" camunda:type="external" camunda:topic="${topic}" />
                    x | Java classes | <bpmn:task id="x"><bpmn:extensionElements><camunda:executionListener event="start" class="evil.Listener" /></bpmn:extensionElements></bpmn:task>
                    x | may not call | <bpmn:task id="x"><bpmn:extensionElements><camunda:executionListener event="start" expression="${a.b()}" /></bpmn:extensionElements></bpmn:task>
                    x | no step that exists | <bpmn:task id="x"><bpmn:extensionElements><camunda:executionListener event="start" delegateExpression="#{openTicketDelegate}" /></bpmn:extensionElements></bpmn:task>
                    x | scripts are not run | <bpmn:userTask id="x"><bpmn:extensionElements><camunda:taskListener event="create"><camunda:script scriptFormat="js">1</camunda:script></camunda:taskListener></bpmn:extensionElements></bpmn:userTask>
                    x | fields cannot be injected | <bpmn:serviceTask id="x" camunda:delegateExpression="#{openTicketDelegate}"><bpmn:extensionElements><camunda:field name="a" stringValue="b" /></bpmn:extensionElements></bpmn:serviceTask>
                    x | may not call | <bpmn:userTask id="x" camunda:assignee="${a.b()}" />
                    x | may not call | <bpmn:userTask id="x" name="${a.b()}" />
                    x | may not call | <bpmn:userTask id="x"><bpmn:documentation>${a.b()}</bpmn:documentation></bpmn:userTask>
                    x | text and expression are mixed | <bpmn:userTask id="x" camunda:candidateGroups="sales,${a.b()}" />
                    x | may not call | <bpmn:sequenceFlow id="x" sourceRef="a" targetRef="b"><bpmn:conditionExpression>${a.b()}</bpmn:conditionExpression></bpmn:sequenceFlow>
                    x | may not call | <bpmn:sequenceFlow id="x" sourceRef="a" targetRef="b"><bpmn:conditionExpression><![CDATA[${a.b()}]]></bpmn:conditionExpression></bpmn:sequenceFlow>
                    x | may not call | <bpmn:sequenceFlow id="x" sourceRef="a" targetRef="b"><bpmn:conditionExpression>&#36;&#123;a.b()}</bpmn:conditionExpression></bpmn:sequenceFlow>
                    x | attribute "language" | <bpmn:sequenceFlow id="x" sourceRef="a" targetRef="b"><bpmn:conditionExpression language="javascript">a()</bpmn:conditionExpression></bpmn:sequenceFlow>
                    x | attribute "resource" | <bpmn:sequenceFlow id="x" sourceRef="a" targetRef="b"><bpmn:conditionExpression camunda:resource="http://evil/x.js" /></bpmn:sequenceFlow>
                    x | may not call | <bpmn:intermediateCatchEvent id="x"><bpmn:timerEventDefinition><bpmn:timeDuration>${a.b()}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                    x | Camunda Form | <bpmn:userTask id="x" camunda:formKey="embedded:app:evil.html" />
                    f | Java classes | <bpmn:userTask id="x"><bpmn:extensionElements><camunda:formData><camunda:formField id="f" type="string"><camunda:validation><camunda:constraint name="validator" config="evil.V" /></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements></bpmn:userTask>
                    x | must be latest | <bpmn:businessRuleTask id="x" camunda:decisionRef="triage" camunda:decisionRefBinding="deployment" />
                    x | variables of a called process | <bpmn:callActivity id="x" calledElement="y" camunda:variableMappingDelegateExpression="#{openTicketDelegate}" />
                    x | started by message "plain.requested" only | <bpmn:startEvent id="x"><bpmn:messageEventDefinition messageRef="m_ticket" /></bpmn:startEvent>
                    x | started by message "plain.requested" only | <bpmn:startEvent id="x"><bpmn:messageEventDefinition messageRef="m_opened" /></bpmn:startEvent>
                    x | starts processes | <bpmn:receiveTask id="x" messageRef="m_ticket" />
                    x | starts processes | <bpmn:intermediateCatchEvent id="x"><bpmn:messageEventDefinition messageRef="m_opened" /></bpmn:intermediateCatchEvent>
                    x | caught only by | <bpmn:receiveTask id="x" messageRef="m_replied" />
                    x | caught only by | <bpmn:subProcess id="y" triggeredByEvent="true"><bpmn:startEvent id="x"><bpmn:messageEventDefinition messageRef="m_replied" /></bpmn:startEvent></bpmn:subProcess>
                    """)
    void refuses(String element, String reason, String drawn) {
        assertThat(process(drawn)).anySatisfy(finding -> {
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.reason()).contains(reason);
        });
    }

    @Test
    void takesWhatDesignersDraw() {
        assertThat(
                        process(
                                """
                        <bpmn:serviceTask id="a" camunda:delegateExpression="#{openTicketDelegate}" />
                        <bpmn:serviceTask id="b" camunda:type="external" camunda:topic="conversation.send"><bpmn:extensionElements>
                          <camunda:properties><camunda:property name="textKey" value="ticket.protocol {{name}}" /></camunda:properties>
                        </bpmn:extensionElements></bpmn:serviceTask>
                        <bpmn:task id="c"><bpmn:extensionElements><camunda:executionListener event="start" delegateExpression="#{auditListener}" /></bpmn:extensionElements></bpmn:task>
                        <bpmn:startEvent id="d"><bpmn:messageEventDefinition messageRef="m_own" /></bpmn:startEvent>
                        <bpmn:subProcess id="e" triggeredByEvent="true"><bpmn:startEvent id="f" isInterrupting="false"><bpmn:messageEventDefinition messageRef="m_replied" /></bpmn:startEvent></bpmn:subProcess>
                        <bpmn:receiveTask id="g" messageRef="m_resumed" />
                        <bpmn:businessRuleTask id="h" camunda:decisionRef="triage" camunda:decisionRefBinding="latest" />
                        <bpmn:userTask id="i" camunda:candidateGroups="${queue}" camunda:dueDate="${dueAt}" camunda:formRef="answer" camunda:formRefBinding="latest" />
                        """))
                .isEmpty();
    }

    @Test
    void refusesAMessageThatStartsAndIsWaitedFor() {
        assertThat(
                        process(
                                """
                        <bpmn:startEvent id="d"><bpmn:messageEventDefinition messageRef="m_own" /></bpmn:startEvent>
                        <bpmn:receiveTask id="x" messageRef="m_own" />"""))
                .anyMatch(finding ->
                        finding.element().equals("x") && finding.reason().contains("waited for"));
    }

    @Test
    void refusesAMessageNameThatIsComputed() {
        var file = Files.read("plain.bpmn")
                .replace("<bpmn:process", "<bpmn:message id=\"x\" name=\"${kind}\" /><bpmn:process");
        assertThat(rules(file)).anyMatch(finding -> finding.element().equals("x"));
    }

    @Test
    void refusesTheProcessThatBelongsToTheRelease() {
        assertThat(rules(Files.read("plain.bpmn").replace("\"plain\"", "\"by-hand\"")))
                .anyMatch(finding -> finding.reason().contains("belongs to the release"));
    }

    /** Camunda Modeler waits five seconds. Processor time, because a busy machine takes longer for the same work. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:task id=\"t\" name=\"${a.b()}\" />",
                "<bpmn:receiveTask id=\"t\" messageRef=\"m\" />",
                "<bpmn:startEvent id=\"t\"><bpmn:messageEventDefinition messageRef=\"m\" /></bpmn:startEvent>"
            })
    void answersAtOnceForALargeFile(String element) {
        var file = Files.read("plain.bpmn").replace("<!-- more -->", element.repeat(20_000));
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        rules(file);
        assertThat(threads.getCurrentThreadCpuTime() - before).isLessThan(3_000_000_000L);
    }

    private static List<Finding> process(String drawn) {
        var messages =
                """
                <bpmn:message id="m_ticket" name="ticket.requested" /><bpmn:message id="m_opened" name="conversation.opened" />
                <bpmn:message id="m_replied" name="case.customerReplied" /><bpmn:message id="m_own" name="plain.requested" />
                <bpmn:message id="m_resumed" name="plain.resumed" />""";
        return rules(Files.read("plain.bpmn")
                .replace("<bpmn:process", messages + "<bpmn:process")
                .replace("<!-- more -->", drawn));
    }

    private static List<Finding> rules(String file) {
        return new ProcessRules(XmlFile.of(file.getBytes(StandardCharsets.UTF_8)), WORDS).findings();
    }
}
