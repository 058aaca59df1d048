package app.novelo.desk.internal;

import app.novelo.desk.Assignment;
import app.novelo.desk.Workload;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredAssignment implements Assignment {

    private final Roster roster;
    private final StoredStaffing staffing;
    private final PresenceRows presence;
    private final ObjectProvider<Workload> workload;
    private final JdbcClient jdbc;

    /** The load is known above, where this is used. */
    StoredAssignment(
            Roster roster,
            StoredStaffing staffing,
            PresenceRows presence,
            ObjectProvider<Workload> workload,
            JdbcClient jdbc) {
        this.roster = roster;
        this.staffing = staffing;
        this.presence = presence;
        this.workload = workload;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> openQueues() {
        return candidates(roster.presence()).stream()
                .filter(Candidate::hasRoom)
                .flatMap(candidate -> candidate.queues().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Round begin() {
        return new GivingOut(new Chooser(candidates(roster.presenceNow()), technicalTime()), presence);
    }

    private record GivingOut(Chooser chooser, PresenceRows presence, Set<String> given) implements Round {

        GivingOut(Chooser chooser, PresenceRows presence) {
            this(chooser, presence, new HashSet<>());
        }

        @Override
        public Optional<Pick> pick(Need need) {
            var pick = chooser.pick(need);
            pick.map(Pick::agent).ifPresent(given::add);
            return pick;
        }

        @Override
        public boolean anybodyHasRoom() {
            return chooser.anybodyHasRoom();
        }

        @Override
        public void end() {
            presence.given(given);
        }
    }

    /** Only of those who are online it is asked what they have: nobody else is given anything. */
    private List<Candidate> candidates(Map<String, Seen> seen) {
        var online = seen.values().stream()
                .filter(one -> one.status() == Status.ONLINE)
                .map(Seen::agent)
                .toList();
        if (online.isEmpty()) {
            return List.of();
        }
        var loads = workload.getObject().ofAgents(online);
        return roster.members().values().stream()
                .map(member -> candidate(member, seen, loads))
                .toList();
    }

    private Candidate candidate(Member member, Map<String, Seen> all, Map<String, Integer> loads) {
        var seen = all.get(member.id());
        boolean online = seen != null && seen.status() == Status.ONLINE;
        return new Candidate(
                member.row(),
                member.queues(),
                online && staffing.isOnShift(member),
                staffing.substitute(member.id()).orElse(null),
                loads.getOrDefault(member.id(), 0),
                seen == null ? null : seen.givenAt());
    }

    private Instant technicalTime() {
        return jdbc.sql("select clock_timestamp()")
                .query((row, n) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }
}
