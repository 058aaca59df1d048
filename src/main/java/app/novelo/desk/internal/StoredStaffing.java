package app.novelo.desk.internal;

import app.novelo.desk.Calendars;
import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import app.novelo.desk.Staffing;
import app.novelo.desk.UnusableCalendar;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class StoredStaffing implements Staffing {

    private final Roster roster;
    private final Queues queues;
    private final Calendars calendars;
    private final Clock clock;

    StoredStaffing(Roster roster, Queues queues, Calendars calendars, Clock clock) {
        this.roster = roster;
        this.queues = queues;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public boolean isOnShift(String agent) {
        return roster.find(agent).filter(this::isOnShift).isPresent();
    }

    boolean isOnShift(Member member) {
        return member.row().active() && absence(member.id()).isEmpty() && worksNow(member);
    }

    private boolean worksNow(Member member) {
        var now = clock.instant();
        var own = member.row().calendar();
        return own != null
                ? isOpen(own, now)
                : member.queues().stream()
                        .flatMap(id -> queues.find(id).stream())
                        .map(Queue::calendar)
                        .anyMatch(calendar -> isOpen(calendar, now));
    }

    /** A calendar that is gone keeps nobody from working. */
    private boolean isOpen(String calendar, Instant moment) {
        try {
            return calendars.isOpen(calendar, moment);
        } catch (UnusableCalendar e) {
            return true;
        }
    }

    Optional<Absence> absence(String agent) {
        var now = clock.instant();
        return roster.absences().stream()
                .filter(absence -> absence.agent().equals(agent) && absence.covers(now))
                .findFirst();
    }

    @Override
    public boolean isPresent(String agent) {
        var seen = roster.presence().get(agent);
        return seen != null && isThere(seen.status()) && isOnShift(agent);
    }

    private static boolean isThere(Status status) {
        return status == Status.ONLINE || status == Status.BUSY;
    }

    @Override
    public boolean anybodyOnShift(String queue) {
        return roster.members().values().stream()
                .anyMatch(member -> member.queues().contains(queue) && isOnShift(member));
    }

    @Override
    public Optional<Instant> awaySince(String agent) {
        var seen = roster.presence().get(agent);
        var away = seen == null || isThere(seen.status()) ? Optional.<Instant>empty() : Optional.of(seen.since());
        return absence(agent).map(Absence::from).or(() -> away);
    }

    @Override
    public Set<String> away() {
        return Stream.concat(
                        roster.presence().keySet().stream(),
                        roster.absences().stream().map(Absence::agent))
                .filter(agent -> awaySince(agent).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<String> substitute(String agent) {
        return absence(agent)
                .flatMap(absence -> Optional.ofNullable(absence.substitute()))
                .filter(this::isAgent)
                .filter(other -> absence(other).isEmpty());
    }

    @Override
    public boolean isAgent(String id) {
        return roster.find(id).filter(member -> member.row().active()).isPresent();
    }

    @Override
    public boolean isIn(String agent, String queue) {
        return roster.find(agent)
                .filter(member -> member.queues().contains(queue))
                .isPresent();
    }
}
