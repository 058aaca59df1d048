package app.novelo.servicelevel.internal;

import app.novelo.servicelevel.ClockHolders.Holder;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.Metric;
import app.novelo.servicelevel.internal.Targets.Target;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One metric of one case, from its start to its end. How it changes is told by {@link CaseClocks}. */
@Entity
@Table(schema = "servicelevel", name = "clock")
class Clock implements Persistable<UUID> {

    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "case_number")
    private String caseNumber = "";

    private String metric = "";

    @Enumerated(EnumType.STRING)
    private ClockState state = ClockState.RUNNING;

    @Embedded
    private Terms terms = new Terms();

    @Column(name = "started_at")
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "warn_at")
    private @Nullable Instant warnAt;

    private boolean warned;

    @Column(name = "due_at")
    private Instant dueAt = Instant.EPOCH;

    @Column(name = "paused_at")
    private @Nullable Instant pausedAt;

    @Column(name = "paused_for")
    private @Nullable String pausedFor;

    /** Working time that remained when it was paused. */
    @Column(name = "left_micros")
    private long leftMicros;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** Where the case is when it begins; kept up to date by {@link HolderRows}. */
    @Column(updatable = false)
    private @Nullable String queue;

    @Column(updatable = false)
    private @Nullable String owner;

    @Version
    private @Nullable Integer version;

    protected Clock() {}

    Clock(String caseNumber, Metric metric, Target target, Instant startedAt) {
        this.caseNumber = caseNumber;
        this.metric = metric.id();
        this.startedAt = startedAt;
        promise(target);
    }

    private void promise(Target target) {
        terms = Terms.of(target.promise());
        warnAt = target.warnAt();
        dueAt = target.dueAt();
    }

    /** Before it is stored for the first time. */
    void heldBy(Holder holder) {
        queue = holder.queue();
        owner = holder.owner();
    }

    /**
     * Goes on by another promise.
     *
     * @param left working time that remains at the moment; of use only while it waits
     */
    void promise(Target target, Instant now, Duration left) {
        promise(target);
        keepLeft(left);
        var reached = pausedAt == null ? now : pausedAt;
        warned = warnAt != null && !warnAt.isAfter(reached);
        stand(!dueAt.isAfter(reached));
    }

    private void keepLeft(Duration left) {
        leftMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(left));
    }

    private void stand(boolean late) {
        if (late) {
            state = ClockState.BREACHED;
        } else if (isPaused()) {
            state = ClockState.PAUSED;
        } else {
            state = warned ? ClockState.WARNED : ClockState.RUNNING;
        }
    }

    boolean isOpen() {
        return endedAt == null;
    }

    boolean isPaused() {
        return pausedAt != null;
    }

    boolean isRunning() {
        return isOpen() && !isPaused();
    }

    boolean isWarned() {
        return warned;
    }

    boolean isLate() {
        return state == ClockState.BREACHED;
    }

    /** @return true if it has just used up what its warning waits for */
    boolean warnIfDue(Instant now) {
        if (!isRunning() || warned || isLate() || warnAt == null || now.isBefore(warnAt)) {
            return false;
        }
        warned = true;
        stand(false);
        return true;
    }

    /** @return true if it has just become late */
    boolean breachIfDue(Instant now) {
        if (!isRunning() || isLate() || now.isBefore(dueAt)) {
            return false;
        }
        stand(true);
        return true;
    }

    /** One that is late stays so. */
    void pause(Instant at, String cause, Duration left) {
        pausedAt = at;
        pausedFor = cause;
        keepLeft(left);
        stand(isLate());
    }

    /** One that is late is due when it was. */
    void resumeLate() {
        pausedAt = null;
        pausedFor = null;
    }

    /** @param warns when it warns, if it has not yet */
    void resume(@Nullable Instant warns, Instant due) {
        resumeLate();
        warnAt = warned ? warnAt : warns;
        dueAt = due;
        stand(false);
    }

    void countByTheClock() {
        terms = terms.byTheClock();
    }

    /** Ends in time up to and including the due instant, or while it waits. What was done before it started ends it there. */
    void end(Instant at) {
        boolean late = isPaused() ? isLate() : at.isAfter(dueAt);
        state = late ? ClockState.MET_LATE : ClockState.MET;
        endedAt = at.isBefore(startedAt) ? startedAt : at;
    }

    void cancel(Instant at) {
        state = ClockState.CANCELLED;
        endedAt = at;
    }

    /** Stands again where it stood; what it has used up since is to be found out. */
    void reopen() {
        endedAt = null;
        stand(state == ClockState.MET_LATE);
    }

    Duration left() {
        return Duration.of(leftMicros, ChronoUnit.MICROS);
    }

    Metric metric() {
        return Metric.of(metric);
    }

    ClockState state() {
        return state;
    }

    Terms terms() {
        return terms;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant warnAt() {
        return warnAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Instant pausedAt() {
        return pausedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    String caseNumber() {
        return caseNumber;
    }

    ClockView view() {
        return new ClockView(
                caseNumber,
                metric,
                state,
                terms.minutes(),
                terms.calendar(),
                startedAt,
                warnAt,
                dueAt,
                pausedAt,
                pausedFor,
                endedAt);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
