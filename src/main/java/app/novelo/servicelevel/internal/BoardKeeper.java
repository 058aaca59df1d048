package app.novelo.servicelevel.internal;

import app.novelo.engine.Processes;
import app.novelo.platform.AtCommit;
import app.novelo.platform.Events;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.ServiceLevelObserver;
import app.novelo.servicelevel.internal.BoardRows.Placed;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Moves the token of a case's {@code service-level} to where it belongs, and tells the observers. Once in a transaction and
 * just before it commits: several acts cost one movement, and what the engine does in a command that still runs is in none
 * of its tables.
 */
@Component
class BoardKeeper {

    private final BoardRows rows;
    private final Processes processes;
    private final Events events;
    private final ObjectProvider<ServiceLevelObserver> observers;
    private final AtCommit<CaseClocks> changed = new AtCommit<>(this::showAll);

    /** Where to the tokens are on their way that this thread moves. */
    private final ThreadLocal<Map<String, Board>> moving = ThreadLocal.withInitial(HashMap::new);

    BoardKeeper(BoardRows rows, Processes processes, Events events, ObjectProvider<ServiceLevelObserver> observers) {
        this.rows = rows;
        this.processes = processes;
        this.events = events;
        this.observers = observers;
    }

    void start(CaseClocks clocks) {
        var board = clocks.board();
        var instance = processes.startByKey(
                ServiceLevelProcess.KEY,
                clocks.caseNumber(),
                ServiceLevelProcess.NEXT_CHANGE_AT.of(board.nextChangeAt()));
        rows.place(clocks.caseNumber(), instance, board);
    }

    void show(CaseClocks clocks) {
        events.append("service-level.changed", Map.of("case", clocks.caseNumber()));
        changed.add(clocks);
        tellNews(clocks);
    }

    /** The last act on a case knows all its clocks, the first when it was due before. */
    private void showAll(List<CaseClocks> acts) {
        var byCase = acts.stream()
                .collect(Collectors.groupingBy(CaseClocks::caseNumber, LinkedHashMap::new, Collectors.toList()));
        byCase.forEach((caseNumber, ofCase) -> {
            var last = ofCase.get(ofCase.size() - 1);
            rows.find(caseNumber).ifPresent(placed -> move(last, placed));
            tellDue(last, ofCase.get(0).dueBefore());
        });
    }

    /** The token moves only when the worst state does; a mere change of the instant moves its timer. */
    private void move(CaseClocks clocks, Placed placed) {
        var board = clocks.board();
        if (board.equals(placed.board())) {
            return;
        }
        if (placed.board().worst().isEnd()) {
            restart(clocks); // ended, and something is owed again
            return;
        }
        if (placed.board().worst() == board.worst()) {
            processes.moveTimer(placed.processInstanceId(), board.nextChangeAt());
        } else if (!nudge(clocks.caseNumber(), placed.processInstanceId(), board)) {
            restart(clocks); // somebody took it away
            return;
        }
        rows.place(clocks.caseNumber(), placed.processInstanceId(), board);
    }

    private void restart(CaseClocks clocks) {
        var board = clocks.board();
        if (board.worst().isEnd()) {
            return;
        }
        start(clocks);
        if (board.worst() != ClockState.RUNNING) {
            rows.find(clocks.caseNumber())
                    .ifPresent(placed -> nudge(clocks.caseNumber(), placed.processInstanceId(), board));
        }
    }

    private boolean nudge(String caseNumber, String instance, Board board) {
        moving.get().put(caseNumber, board);
        try {
            return processes.nudge(instance, ServiceLevelProcess.CHANGED);
        } finally {
            moving.get().remove(caseNumber);
        }
    }

    /** @return where to the token is on its way; null if a timer or a person moved it */
    @Nullable
    Board onItsWay(String caseNumber) {
        return moving.get().get(caseNumber);
    }

    void settling(String caseNumber) {
        observers.forEach(observer -> observer.settling(caseNumber));
    }

    void place(String caseNumber, String instance, Board board) {
        rows.place(caseNumber, instance, board);
    }

    /** The observers may change the clocks again. */
    void tellNews(CaseClocks clocks) {
        clocks.notes().news().stream()
                .filter(news -> !news.over())
                .forEach(news -> observers.forEach(observer -> {
                    if (news.state() == ClockState.BREACHED) {
                        observer.breached(clocks.caseNumber(), news.metric());
                    } else {
                        observer.warned(clocks.caseNumber(), news.metric());
                    }
                }));
    }

    private void tellDue(CaseClocks clocks, @Nullable Instant before) {
        var due = clocks.nextDue();
        if (!Objects.equals(before, due)) {
            observers.forEach(observer -> observer.changed(clocks.caseNumber(), due));
        }
    }
}
