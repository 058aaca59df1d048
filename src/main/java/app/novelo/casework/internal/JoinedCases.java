package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A wish that has an open case already goes to it, wherever the customer tells it. */
@Component
class JoinedCases {

    private final Kinds kinds;
    private final CaseRows rows;
    private final OpenCases open;
    private final CurrentCase current;
    private final Conversations conversations;
    private final Processes processes;
    private final Turns turns;
    private final JdbcClient jdbc;
    private final Clock clock;

    JoinedCases(
            Kinds kinds,
            CaseRows rows,
            OpenCases open,
            CurrentCase current,
            Conversations conversations,
            Processes processes,
            Turns turns,
            JdbcClient jdbc,
            Clock clock) {
        this.kinds = kinds;
        this.rows = rows;
        this.open = open;
        this.current = current;
        this.conversations = conversations;
        this.processes = processes;
        this.turns = turns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false if there is none, and one is to be opened */
    boolean takes(String kind, UUID conversation) {
        var found = kinds.of(kind)
                .alreadyOpen(conversation)
                .flatMap(rows::find)
                .filter(file -> file.closedAt() == null && file.conversation() != null);
        found.ifPresent(file -> join(file, conversation));
        return found.isPresent();
    }

    private void join(CaseFile file, UUID conversation) {
        if (!conversation.equals(file.conversation())) {
            follow(file, conversation);
        }
        current.turnTo(rows.required(file.number()));
        conversations.giveTo(conversation, file.number());
        processes.nudge(file.processInstanceId(), IntakeProcess.CUSTOMER_REPLIED);
    }

    /** The case follows the customer to where he speaks now. Two turns at once: of two who do so, one does it again. */
    private void follow(CaseFile file, UUID conversation) {
        var before = conversations.required(file.conversation() == null ? conversation : file.conversation());
        turns.join(Turn.ofConversation(before.id().toString()));
        rows.movedTo(file.number(), conversation);
        jdbc.sql("update casework.work_item set conversation = ? where case_number = ?")
                .param(conversation)
                .param(file.number())
                .update();
        processes.set(file.processInstanceId(), CaseProcess.CONVERSATION.of(conversation.toString()));
        if (file.number().equals(before.caseNumber())) {
            open.of(before.id()).stream()
                    .reduce((earlier, later) -> later)
                    .ifPresentOrElse(current::turnTo, () -> conversations.resolve(before.id(), clock.instant()));
        } else {
            open.note(before.id());
        }
    }
}
