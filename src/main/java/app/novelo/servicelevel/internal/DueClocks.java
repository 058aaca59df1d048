package app.novelo.servicelevel.internal;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the clocks of a case up to date for its diagram, and says where the token belongs. */
@Component
class DueClocks {

    private final ClockStore store;
    private final BoardKeeper board;
    private final Clock time;

    DueClocks(ClockStore store, BoardKeeper board, Clock time) {
        this.store = store;
        this.board = board;
        this.time = time;
    }

    /** Whoever changed the clocks and nudged the diagram has settled them. */
    @Transactional
    public Board settle(String caseNumber, String processInstanceId) {
        var known = board.onItsWay(caseNumber);
        return known == null ? settleNow(caseNumber, processInstanceId) : known;
    }

    private Board settleNow(String caseNumber, String processInstanceId) {
        board.settling(caseNumber);
        var act = store.of(caseNumber);
        act.settle(time.instant());
        store.save(act);
        board.tellNews(act);
        var shown = act.notes().news().isEmpty()
                ? act.board()
                : store.of(caseNumber).board();
        board.place(caseNumber, processInstanceId, shown);
        return shown;
    }
}
