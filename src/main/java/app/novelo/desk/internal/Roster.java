package app.novelo.desk.internal;

import app.novelo.desk.Queue;
import app.novelo.desk.Staffing;
import app.novelo.engine.People;
import app.novelo.engine.People.Person;
import app.novelo.platform.Remembered;
import app.novelo.platform.Wakeups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who works here, in memory: people are asked for at every case, and change by the day. */
@Component
class Roster {

    private final StoredQueues queues;
    private final People people;
    private final AgentRows agents;
    private final AbsenceRows absences;
    private final PresenceRows presence;
    private final Remembered<State> state;
    private final Remembered<Map<String, Seen>> seen;

    Roster(
            StoredQueues queues,
            People people,
            AgentRows agents,
            AbsenceRows absences,
            PresenceRows presence,
            Wakeups wakeups) {
        this.queues = queues;
        this.people = people;
        this.agents = agents;
        this.absences = absences;
        this.presence = presence;
        this.state = new Remembered<>(wakeups, Staffing.CHANGED, this::read);
        this.seen = new Remembered<>(wakeups, Staffing.CHANGED, presence::all);
    }

    private record State(Map<String, Member> members, List<Absence> absences) {}

    private State read() {
        var persons = new HashMap<String, Person>();
        var queuesOf = new HashMap<String, Set<String>>();
        for (Queue queue : queues.all()) {
            for (Person person : people.members(queue.id())) {
                persons.put(person.id(), person);
                queuesOf.computeIfAbsent(person.id(), id -> new TreeSet<>()).add(queue.id());
            }
        }
        var rows = agents.all().stream().collect(Collectors.toMap(AgentRow::id, Function.identity()));
        var members = new HashMap<String, Member>();
        persons.forEach((id, person) -> {
            var row = rows.getOrDefault(id, AgentRow.of(id));
            members.put(id, new Member(person, row, Set.copyOf(queuesOf.getOrDefault(id, Set.of()))));
        });
        return new State(Map.copyOf(members), absences.all());
    }

    /** @return those who work here, by id; who has left is not among them */
    Map<String, Member> members() {
        return state.get().members;
    }

    Optional<Member> find(String id) {
        return Optional.ofNullable(members().get(id));
    }

    List<Absence> absences() {
        return state.get().absences;
    }

    /** @return by agent, of those who ever said so */
    Map<String, Seen> presence() {
        return seen.get();
    }

    /** Past memory: for a decision that somebody's capacity hangs on. */
    Map<String, Seen> presenceNow() {
        return presence.all();
    }
}
