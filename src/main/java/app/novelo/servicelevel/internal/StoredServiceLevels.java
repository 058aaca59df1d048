package app.novelo.servicelevel.internal;

import app.novelo.engine.Processes;
import app.novelo.platform.Events;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.Metric;
import app.novelo.servicelevel.ServiceLevelObserver;
import app.novelo.servicelevel.ServiceLevels;
import app.novelo.servicelevel.internal.BoardRows.Placed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StoredServiceLevels implements ServiceLevels {

    private final ClockRepository clocks;
    private final Ledger ledger;
    private final Targets targets;
    private final BoardRows boards;
    private final Processes processes;
    private final Events events;
    private final java.time.Clock time;
    private final ObjectProvider<ServiceLevelObserver> observers;

    StoredServiceLevels(
            ClockRepository clocks,
            Ledger ledger,
            Targets targets,
            BoardRows boards,
            Processes processes,
            Events events,
            java.time.Clock time,
            ObjectProvider<ServiceLevelObserver> observers) {
        this.clocks = clocks;
        this.ledger = ledger;
        this.targets = targets;
        this.boards = boards;
        this.processes = processes;
        this.events = events;
        this.time = time;
        this.observers = observers;
    }

    @Override
    public Optional<Instant> start(String caseNumber, Map<String, @Nullable Object> facts, Instant at) {
        return start(caseNumber, List.of(Metric.FIRST_RESPONSE, Metric.RESOLUTION), facts, "case opened", at);
    }

    @Override
    public Optional<Instant> reopened(
            String caseNumber, Map<String, @Nullable Object> facts, String cause, Instant at) {
        return start(caseNumber, List.of(Metric.NEXT_RESPONSE, Metric.RESOLUTION), facts, cause, at);
    }

    @Override
    public void pause(String caseNumber, String cause, Instant at) {}

    @Override
    public void resume(String caseNumber, String cause, Instant at) {}

    private Optional<Instant> start(
            String caseNumber, List<Metric> metrics, Map<String, @Nullable Object> facts, String cause, Instant at) {
        var started = new ArrayList<Clock>();
        for (var metric : metrics) {
            begin(caseNumber, metric, facts, cause, at).ifPresent(started::add);
        }
        if (started.isEmpty()) {
            return Optional.empty();
        }
        var board = Board.of(started);
        var instance = processes.startByKey(
                ServiceLevelProcess.KEY, caseNumber, ServiceLevelProcess.NEXT_CHANGE_AT.of(board.nextChangeAt()));
        boards.place(caseNumber, instance, board);
        return Optional.of(board.nextChangeAt());
    }

    private Optional<Clock> begin(
            String caseNumber, Metric metric, Map<String, @Nullable Object> facts, String cause, Instant at) {
        return targets.of(metric, facts, at).map(target -> {
            var clock = clocks.saveAndFlush(new Clock(caseNumber, metric, target, at));
            ledger.write(clock, Ledger.Event.START, cause, at);
            return clock;
        });
    }

    @Override
    public void answered(String caseNumber, String cause, Instant at) {
        end(caseNumber, clock -> !clock.measures(Metric.RESOLUTION), cause, at);
    }

    @Override
    public void resolved(String caseNumber, String cause, Instant at) {
        end(caseNumber, clock -> true, cause, at);
    }

    private void end(String caseNumber, Predicate<Clock> which, String cause, Instant at) {
        var all = clocks.findByCaseNumberOrderByStartedAt(caseNumber);
        var ending = all.stream().filter(Clock::isOpen).filter(which).toList();
        for (var clock : ending) {
            clock.end(at);
            ledger.write(clock, Ledger.Event.END, cause, at);
        }
        if (!ending.isEmpty()) {
            show(caseNumber, all);
        }
    }

    @Override
    public void cancelled(String caseNumber, String cause, Instant at) {
        var all = clocks.findByCaseNumberOrderByStartedAt(caseNumber);
        var open = all.stream().filter(Clock::isOpen).toList();
        for (var clock : open) {
            clock.cancel(at);
            ledger.write(clock, Ledger.Event.CANCEL, cause, at);
        }
        if (!open.isEmpty()) {
            show(caseNumber, all);
        }
    }

    @Override
    public void customerWrote(String caseNumber, Supplier<Map<String, @Nullable Object>> facts, Instant at) {
        var all = new ArrayList<>(clocks.findByCaseNumberOrderByStartedAt(caseNumber));
        boolean awaited = all.stream().anyMatch(clock -> clock.isOpen() && !clock.measures(Metric.RESOLUTION));
        if (awaited || all.isEmpty()) {
            return;
        }
        begin(caseNumber, Metric.NEXT_RESPONSE, facts.get(), "customer wrote", at)
                .ifPresent(clock -> {
                    all.add(clock);
                    show(caseNumber, all);
                });
    }

    /** The token moves only when the worst state does; a mere change of the instant moves its timer. */
    private void show(String caseNumber, List<Clock> all) {
        clocks.flush();
        var board = Board.of(all);
        boards.find(caseNumber).ifPresent(placed -> move(caseNumber, placed, board));
        tellObservers(caseNumber, all);
        events.append("service-level.changed", Map.of("case", caseNumber));
    }

    private void move(String caseNumber, Placed placed, Board board) {
        if (placed.board().worst() != board.worst()) {
            processes.nudge(placed.processInstanceId(), ServiceLevelProcess.CHANGED);
        } else if (!placed.board().nextChangeAt().equals(board.nextChangeAt())) {
            processes.moveTimer(placed.processInstanceId(), timer(board), board.nextChangeAt());
        }
        boards.place(caseNumber, placed.processInstanceId(), board);
    }

    private static String timer(Board board) {
        return board.worst() == ClockState.BREACHED
                ? ServiceLevelProcess.TIMER_BREACHED
                : ServiceLevelProcess.TIMER_RUNNING;
    }

    private void tellObservers(String caseNumber, List<Clock> all) {
        var next = all.stream()
                .filter(Clock::isOpen)
                .map(Clock::dueAt)
                .min(Instant::compareTo)
                .orElse(null);
        observers.forEach(observer -> observer.changed(caseNumber, next));
    }

    /** For the diagram: breaches what is due by now, and says where the token belongs. */
    Board settle(String caseNumber, String processInstanceId) {
        observers.forEach(observer -> observer.settling(caseNumber));
        var now = time.instant();
        var all = clocks.findByCaseNumberOrderByStartedAt(caseNumber);
        for (var clock : all) {
            if (clock.breachIfDue(now)) {
                ledger.write(clock, Ledger.Event.BREACH, "due time passed", now);
                events.append(
                        "sla.breached",
                        Map.of("case", caseNumber, "metric", clock.view().metric()));
            }
        }
        clocks.flush();
        var board = Board.of(all);
        boards.place(caseNumber, processInstanceId, board);
        tellObservers(caseNumber, all);
        return board;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ClockView> of(Collection<String> caseNumbers) {
        return caseNumbers.isEmpty()
                ? List.of()
                : clocks.findByCaseNumberInOrderByStartedAt(caseNumbers).stream()
                        .map(Clock::view)
                        .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ClockView> in(ClockState state, int limit) {
        return clocks.findByStateOrderByDueAt(state, Limit.of(limit)).stream()
                .map(Clock::view)
                .toList();
    }
}
