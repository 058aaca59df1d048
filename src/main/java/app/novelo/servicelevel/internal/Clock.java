package app.novelo.servicelevel.internal;

import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.Metric;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One metric of one case, from its start to its end. */
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

    private int minutes;

    private String calendar = "";

    @Column(name = "started_at")
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "due_at")
    private Instant dueAt = Instant.EPOCH;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Version
    private @Nullable Integer version;

    protected Clock() {}

    Clock(String caseNumber, Metric metric, Target target, Instant startedAt) {
        this.caseNumber = caseNumber;
        this.metric = metric.id();
        this.minutes = target.minutes();
        this.calendar = target.calendar();
        this.startedAt = startedAt;
        this.dueAt = target.dueAt();
    }

    boolean isOpen() {
        return endedAt == null;
    }

    boolean measures(Metric asked) {
        return metric.equals(asked.id());
    }

    /** @return true if it has just become late */
    boolean breachIfDue(Instant now) {
        if (!isOpen() || state == ClockState.BREACHED || now.isBefore(dueAt)) {
            return false;
        }
        state = ClockState.BREACHED;
        return true;
    }

    /** Ends in time up to and including the due instant. What was done before it started ends it there. */
    void end(Instant at) {
        state = at.isAfter(dueAt) ? ClockState.MET_LATE : ClockState.MET;
        endedAt = at.isBefore(startedAt) ? startedAt : at;
    }

    void cancel(Instant at) {
        state = ClockState.CANCELLED;
        endedAt = at;
    }

    ClockState state() {
        return state;
    }

    Instant dueAt() {
        return dueAt;
    }

    String caseNumber() {
        return caseNumber;
    }

    ClockView view() {
        return new ClockView(caseNumber, metric, state, minutes, calendar, startedAt, dueAt, endedAt);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    /** What was promised, and until when that is. */
    record Target(int minutes, String calendar, Instant dueAt) {}
}
