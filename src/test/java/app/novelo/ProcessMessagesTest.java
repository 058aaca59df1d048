package app.novelo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** One subscription place for each message: two catches collide, and a copied message start cannot be deployed. */
class ProcessMessagesTest {

    private static final Set<String> MESSAGES = Set.of(
            "conversation.opened",
            "followup.requested",
            "followup.resumed",
            "ticket.requested",
            "ticket.resumed",
            "lead.requested",
            "lead.resumed",
            "case.commanded",
            "case.followUpEnded",
            "case.attentionNeeded",
            "case.customerReplied",
            "casework.resumed",
            "serviceLevel.changed",
            "survey.resumed");
    private static final String CUSTOMER_REPLIED = "case.customerReplied";

    private final List<ProcessFile> processes = ProcessFile.all();

    @Test
    void messagesAreThoseOfTheCatalogue() {
        assertNone(file -> file.elements(Message.class)
                .filter(message -> !MESSAGES.contains(message.getName()))
                .map(message -> file.at(message.getId()) + " " + message.getName()));
    }

    @Test
    void noMessageBothStartsAndContinuesAProcess() {
        Set<String> starting = processes.stream()
                .flatMap(ProcessMessagesTest::startingMessages)
                .collect(toSet());
        Set<String> caught =
                processes.stream().flatMap(ProcessMessagesTest::caughtMessages).collect(toSet());

        assertThat(starting).doesNotContainAnyElementsOf(caught);
    }

    @Test
    void theCustomersReplyIsCaughtOnceAndOnTheWholeCase() {
        assertNone(file -> file.elements(MessageEventDefinition.class)
                .filter(event -> event.getMessage().getName().equals(CUSTOMER_REPLIED))
                .filter(event -> !startsAnEventSubProcessBesideTheWork(event.getParentElement()))
                .map(event -> file.at(event.getId())));
        assertNone(file -> file.elements(ReceiveTask.class)
                .filter(task -> task.getMessage().getName().equals(CUSTOMER_REPLIED))
                .map(task -> file.at(task.getId())));
        assertThat(processes)
                .allMatch(file ->
                        caughtMessages(file).filter(CUSTOMER_REPLIED::equals).count() <= 1);
    }

    private void assertNone(Function<ProcessFile, Stream<String>> findings) {
        assertThat(processes.stream().flatMap(findings)).isEmpty();
    }

    private static Stream<String> startingMessages(ProcessFile file) {
        return file.elements(MessageEventDefinition.class)
                .filter(event -> startsAProcess(event.getParentElement()))
                .map(event -> event.getMessage().getName());
    }

    private static Stream<String> caughtMessages(ProcessFile file) {
        Stream<String> events = file.elements(MessageEventDefinition.class)
                .filter(event -> !startsAProcess(event.getParentElement()))
                .map(event -> event.getMessage().getName());
        return Stream.concat(events, file.elements(ReceiveTask.class).map(task -> task.getMessage()
                .getName()));
    }

    private static boolean startsAProcess(ModelElementInstance event) {
        return event instanceof StartEvent && event.getParentElement() instanceof Process;
    }

    private static boolean startsAnEventSubProcessBesideTheWork(ModelElementInstance event) {
        return event instanceof StartEvent start
                && !start.isInterrupting()
                && start.getParentElement() instanceof SubProcess subProcess
                && subProcess.triggeredByEvent()
                && subProcess.getParentElement() instanceof Process;
    }
}
