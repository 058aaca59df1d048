package app.novelo.servicelevel.internal;

import app.novelo.engine.DecisionFacts;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.Metric;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StoredServiceLevels implements ServiceLevels {

    private final ClockStore store;
    private final ClockRepository clocks;
    private final Targets targets;
    private final BoardKeeper board;
    private final ObjectProvider<DecisionFacts> known;
    private final WantedReapplications wanted;

    StoredServiceLevels(
            ClockStore store,
            ClockRepository clocks,
            Targets targets,
            BoardKeeper board,
            ObjectProvider<DecisionFacts> known,
            WantedReapplications wanted) {
        this.store = store;
        this.clocks = clocks;
        this.targets = targets;
        this.board = board;
        this.known = known;
        this.wanted = wanted;
    }

    @Override
    public Optional<Instant> start(String caseNumber, Map<String, @Nullable Object> facts, Instant at) {
        var act = store.none(caseNumber);
        for (var metric : List.of(Metric.FIRST_RESPONSE, Metric.RESOLUTION)) {
            begin(act, metric, facts, "case opened", at);
        }
        if (act.haveChanged()) {
            store.save(act);
            board.start(act);
        }
        return Optional.ofNullable(act.nextDue());
    }

    private void begin(CaseClocks act, Metric metric, Map<String, @Nullable Object> facts, String cause, Instant at) {
        targets.of(metric, facts, Worked.from(at)).ifPresent(target -> act.begin(metric, target, cause, at));
    }

    @Override
    public void answered(String caseNumber, String cause, Instant at) {
        act(caseNumber, act -> act.end(clock -> clock.metric().isResponse(), cause, at));
    }

    @Override
    public void answerFailed(String caseNumber, String cause, Instant at) {
        act(caseNumber, act -> act.reopen(cause, at));
    }

    @Override
    public void resolved(String caseNumber, String cause, Instant at) {
        act(caseNumber, act -> act.end(clock -> true, cause, at));
    }

    @Override
    public Optional<Instant> reopened(
            String caseNumber, Map<String, @Nullable Object> facts, String cause, Instant at) {
        return act(caseNumber, act -> {
            begin(act, Metric.NEXT_RESPONSE, facts, cause, at);
            begin(act, Metric.RESOLUTION, facts, cause, at);
        });
    }

    @Override
    public void cancelled(String caseNumber, String cause, Instant at) {
        act(caseNumber, act -> act.cancel(cause, at));
    }

    @Override
    public void pause(String caseNumber, String cause, Instant at) {
        act(caseNumber, act -> act.pause(cause, at));
    }

    @Override
    public Optional<Instant> resume(String caseNumber, String cause, Instant at) {
        return act(caseNumber, act -> act.resume(cause, at));
    }

    @Override
    public void customerWrote(String caseNumber, Supplier<Map<String, @Nullable Object>> facts, Instant at) {
        act(caseNumber, act -> awaitResponse(act, facts, at));
    }

    private void awaitResponse(CaseClocks act, Supplier<Map<String, @Nullable Object>> facts, Instant at) {
        if (!act.isEmpty() && !act.awaitsResponse()) {
            begin(act, Metric.NEXT_RESPONSE, facts.get(), "customer wrote", at);
        }
    }

    @Override
    public void prioritised(String caseNumber, Map<String, @Nullable Object> facts, String cause, Instant at) {
        act(caseNumber, act -> act.open().toList().forEach(clock -> move(act, clock, facts, cause, at)));
    }

    @Override
    public void reapply(String caseNumber, String cause, Instant at) {
        var facts = new HashMap<String, @Nullable Object>();
        known.forEach(source -> facts.putAll(source.of("", caseNumber)));
        prioritised(caseNumber, facts, cause, at);
    }

    @Override
    public int reapplyLater(Collection<String> caseNumbers, String cause) {
        return wanted.add(caseNumbers, cause);
    }

    /** A table that promises nothing any more leaves the clock as it is: what was promised holds. */
    private void move(CaseClocks act, Clock clock, Map<String, @Nullable Object> facts, String cause, Instant at) {
        targets.of(clock.metric(), facts, store.worked(clock, at))
                .filter(target -> !clock.terms().are(target.promise()))
                .ifPresent(target -> act.move(clock, target, cause, at));
    }

    /** @return when the first open clock is due */
    private Optional<Instant> act(String caseNumber, Consumer<CaseClocks> what) {
        var act = store.of(caseNumber);
        what.accept(act);
        if (act.haveChanged()) {
            store.save(act);
            board.show(act);
        }
        return Optional.ofNullable(act.nextDue());
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
}
