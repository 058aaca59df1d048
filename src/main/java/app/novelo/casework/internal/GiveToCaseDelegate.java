package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_giveToCase} in {@code processes/casework/choose-case.bpmn}. A timer may bring it here, so the
 * conversation's turn is waited for inside the open transaction; nothing is asked a second time.
 */
@Component
class GiveToCaseDelegate implements JavaDelegate {

    private final OpenCases cases;
    private final CurrentCase current;
    private final Conversations conversations;
    private final Processes processes;
    private final Turns turns;

    GiveToCaseDelegate(
            OpenCases cases, CurrentCase current, Conversations conversations, Processes processes, Turns turns) {
        this.cases = cases;
        this.current = current;
        this.conversations = conversations;
        this.processes = processes;
        this.turns = turns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var conversation = CaseProcess.CONVERSATION.in(execution);
        turns.join(Turn.ofConversation(conversation));
        var id = UUID.fromString(conversation);
        var choice = AskCustomerProcess.ANSWER_CHOICE.find(execution);
        var chosen = ChooseCaseProcess.ANOTHER.equals(choice) ? Optional.<CaseFile>empty() : chosen(id, choice);
        chosen.ifPresentOrElse(
                file -> give(id, file), () -> beginAnew(id, AskCustomerProcess.ANSWER_MESSAGE.find(execution)));
    }

    /** It may have been closed meanwhile. */
    private Optional<CaseFile> chosen(UUID id, @Nullable String choice) {
        var open = cases.of(id);
        return open.stream()
                .filter(file -> file.number().equals(choice))
                .findFirst()
                .or(() -> likely(id, open));
    }

    private Optional<CaseFile> likely(UUID id, List<CaseFile> open) {
        var spoken = conversations.lastSpokenOf(id, Instant.EPOCH).orElse("");
        return open.stream()
                .min(Comparator.comparing(CaseFile::isResolved)
                        .thenComparing(file -> !file.number().equals(spoken))
                        .thenComparing(CaseFile::openedAt, Comparator.reverseOrder()));
    }

    private void give(UUID id, CaseFile file) {
        current.turnTo(file);
        conversations.giveTo(id, file.number());
        processes.nudge(file.processInstanceId(), IntakeProcess.CUSTOMER_REPLIED);
    }

    /** What he wrote is understood once more, without the press of a button. */
    private void beginAnew(UUID id, @Nullable String press) {
        conversations.leaveCase(id);
        cases.note(id);
        conversations.takeUpAgain(id, press == null ? null : UUID.fromString(press));
    }
}
