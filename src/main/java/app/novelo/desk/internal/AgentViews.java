package app.novelo.desk.internal;

import app.novelo.desk.Workload;
import app.novelo.desk.internal.AgentView.Details;
import app.novelo.engine.People;
import app.novelo.engine.People.Person;
import app.novelo.platform.NotFound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows people: members of queues to everybody, and all others to managers. */
@Component
class AgentViews {

    private final Roster roster;
    private final StoredStaffing staffing;
    private final AgentRows rows;
    private final People people;
    private final Workload workload;

    AgentViews(Roster roster, StoredStaffing staffing, AgentRows rows, People people, Workload workload) {
        this.roster = roster;
        this.staffing = staffing;
        this.rows = rows;
        this.people = people;
        this.workload = workload;
    }

    /** @return members of queues, by name */
    List<AgentView> all(boolean detailed) {
        return views(roster.members().values().stream().toList(), detailed);
    }

    /** @param group whose members are shown who are in no queue: managers, or who has left */
    List<AgentView> others(Set<String> groups) {
        var found = new HashMap<String, Member>();
        for (var group : groups) {
            for (Person person : people.members(group)) {
                if (roster.find(person.id()).isEmpty()) {
                    found.put(person.id(), outside(person));
                }
            }
        }
        return views(new ArrayList<>(found.values()), true);
    }

    private Member outside(Person person) {
        return new Member(person, rows.find(person.id()).orElseGet(() -> AgentRow.of(person.id())), Set.of());
    }

    Optional<AgentView> find(String id, boolean detailed) {
        var member = roster.find(id).or(() -> detailed ? people.find(id).map(this::outside) : Optional.empty());
        return member.map(one -> views(List.of(one), detailed).get(0));
    }

    /** As his own screens show him, whoever he is. */
    AgentView own(String id) {
        var member = roster.find(id).or(() -> people.find(id).map(this::outside));
        return views(List.of(member.orElseThrow(() -> new NotFound("agent " + id))), false)
                .get(0);
    }

    private List<AgentView> views(List<Member> members, boolean detailed) {
        var seen = roster.presence();
        var loads = workload.ofAgents(members.stream().map(Member::id).toList());
        var roles = detailed ? roles() : Map.<String, Set<String>>of();
        return members.stream()
                .map(member -> view(
                        member,
                        seen.get(member.id()),
                        loads,
                        detailed ? details(member, roles.getOrDefault(member.id(), Set.of())) : null))
                .sorted(Comparator.comparing(AgentView::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(AgentView::id))
                .toList();
    }

    /** One question for each role and not one for each person. */
    private Map<String, Set<String>> roles() {
        var roles = new HashMap<String, Set<String>>();
        for (var role : AgentRoles.ALL) {
            for (Person person : people.members(role)) {
                roles.computeIfAbsent(person.id(), id -> new TreeSet<>()).add(role);
            }
        }
        return roles;
    }

    private AgentView view(Member member, @Nullable Seen seen, Map<String, Integer> loads, @Nullable Details details) {
        return new AgentView(
                member.id(),
                member.person().name(),
                seen == null ? Status.OFFLINE : seen.status(),
                seen == null ? null : seen.why(),
                seen == null ? null : seen.since(),
                staffing.isOnShift(member),
                loads.getOrDefault(member.id(), 0),
                member.row().capacity(),
                member.queues().stream().sorted().toList(),
                details);
    }

    private Details details(Member member, Set<String> roles) {
        var absence = staffing.absence(member.id());
        var person = member.person();
        return new Details(
                person.firstName(),
                person.lastName(),
                person.email(),
                member.row().whatsapp() == null
                        ? null
                        : OwnNumber.written(member.row().whatsapp()),
                roles,
                member.row().languages(),
                member.row().skills(),
                member.row().calendar(),
                member.row().active(),
                absence.map(Absence::until).orElse(null),
                absence.map(Absence::substitute).orElse(null));
    }
}
