package app.novelo.desk.internal;

import app.novelo.engine.People;
import app.novelo.engine.People.Person;
import app.novelo.platform.BadRequest;
import app.novelo.platform.NotFound;
import app.novelo.platform.NoveloSettings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes people and changes them: who may log in is the administrators' business, how he works the managers'. */
@Service
class AgentEdit {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST = 100;
    private static final int MOST_NAMES = 50;

    /** More than anybody can have in view. */
    private static final int MOST_CAPACITY = 1_000;

    private static final Set<String> OF_ADMINISTRATORS =
            Set.of("firstName", "lastName", "email", "whatsapp", "password", "roles", "active");
    private static final Set<String> OF_MANAGERS = Set.of("languages", "skills", "capacity", "calendar", "queues");
    private static final Set<String> CHANGES =
            Stream.concat(OF_ADMINISTRATORS.stream(), OF_MANAGERS.stream()).collect(Collectors.toSet());
    private static final Set<String> FIELDS =
            Stream.concat(Stream.of("id"), CHANGES.stream()).collect(Collectors.toSet());

    private final People people;
    private final AgentRows rows;
    private final StoredQueues queues;
    private final Known known;
    private final DeskNews news;
    private final String country;

    AgentEdit(People people, AgentRows rows, StoredQueues queues, Known known, DeskNews news, NoveloSettings settings) {
        this.people = people;
        this.rows = rows;
        this.queues = queues;
        this.known = known;
        this.news = news;
        this.country = settings.language().getCountry();
    }

    /** @return his id */
    @Transactional
    String add(ObjectNode body) {
        var wish = new Wish(body, FIELDS);
        var id = wish.needed("id", LONGEST);
        if (!ID.matcher(id).matches()) {
            throw new BadRequest("id", "letters, digits, dots and hyphens, such as joana.silva");
        }
        if (people.find(id).isPresent()) {
            throw new Conflict("known", "there is somebody of this name to log in already");
        }
        people.create(
                new Person(id, wish.needed("firstName", LONGEST), orEmpty(wish.text("lastName", LONGEST)), email(wish)),
                password(wish));
        work(AgentRow.of(id), wish);
        news.tell("agent.changed", "agent", id);
        return id;
    }

    @Transactional
    void change(String id, ObjectNode body, boolean administrator) {
        var wish = new Wish(body, CHANGES);
        var person = people.find(id).orElseThrow(() -> new NotFound("agent " + id));
        if (OF_ADMINISTRATORS.stream().anyMatch(wish::has) && !administrator) {
            ForAdministrators.check();
        }
        comesBack(id, wish);
        if (wish.has("firstName") || wish.has("lastName") || wish.has("email")) {
            people.rename(named(person, wish));
        }
        if (wish.has("password")) {
            people.setPassword(id, password(wish));
        }
        work(rows.find(id).orElseGet(() -> AgentRow.of(id)), wish);
        news.tell("agent.changed", "agent", id);
    }

    /** Who has left comes back with a new password: the old one is forgotten. */
    private void comesBack(String id, Wish wish) {
        boolean left = people.groupsOf(id).contains(People.FORMER);
        if (wish.has("active") && !wish.flag("active")) {
            throw new BadRequest("active", "whoever leaves hands over his work: POST /agents/{id}/leave");
        }
        if (left && !wish.has("active")) {
            throw new Conflict("has-left", id + " has left; active and a password make him come back");
        }
        if (left) {
            password(wish);
            people.removeMember(id, People.FORMER);
            rows.find(id)
                    .ifPresent(row -> rows.save(new AgentRow(
                            id, row.languages(), row.skills(), row.capacity(), row.calendar(), true, row.whatsapp())));
        }
    }

    private static Person named(Person person, Wish wish) {
        return new Person(
                person.id(),
                wish.has("firstName") ? wish.needed("firstName", LONGEST) : person.firstName(),
                wish.has("lastName") ? orEmpty(wish.text("lastName", LONGEST)) : person.lastName(),
                wish.has("email") ? email(wish) : person.email());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String email(Wish wish) {
        var email = wish.text("email", LONGEST);
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw new BadRequest("email", "an address such as joana@example.com");
        }
        return email;
    }

    private static String password(Wish wish) {
        var password = wish.needed("password", 200);
        if (password.length() < SHORTEST_PASSWORD) {
            throw new BadRequest("password", "at least " + SHORTEST_PASSWORD + " characters");
        }
        return password;
    }

    private void work(AgentRow row, Wish wish) {
        rows.save(worker(row, wish));
        if (wish.has("queues")) {
            var inUse = queues.all().stream().map(queue -> queue.id()).toList();
            var wanted = each(wish.texts("queues", LONGEST, MOST_NAMES), one -> known.queue("queues", one));
            belongs(row.id(), inUse, wanted);
        }
        if (wish.has("roles")) {
            belongs(row.id(), AgentRoles.ALL, each(wish.texts("roles", LONGEST, MOST_NAMES), AgentEdit::role));
        }
    }

    private AgentRow worker(AgentRow row, Wish wish) {
        var capacity = wish.number("capacity", 0, MOST_CAPACITY);
        var calendar = wish.text("calendar", LONGEST);
        return new AgentRow(
                row.id(),
                wish.has("languages")
                        ? each(wish.texts("languages", LONGEST, MOST_NAMES), one -> known.language("languages", one))
                        : row.languages(),
                wish.has("skills")
                        ? each(wish.texts("skills", LONGEST, MOST_NAMES), one -> known.skill("skills", one))
                        : row.skills(),
                capacity == null ? row.capacity() : capacity,
                calendar != null ? known.calendar("calendar", calendar) : wish.has("calendar") ? null : row.calendar(),
                row.active(),
                wish.has("whatsapp") ? whatsapp(wish) : row.whatsapp());
    }

    /** @return as customers' numbers are kept: digits with the country's */
    private @Nullable String whatsapp(Wish wish) {
        var written = wish.text("whatsapp", LONGEST);
        return written == null ? null : OwnNumber.dialled("whatsapp", written, country);
    }

    private static List<String> each(List<String> texts, java.util.function.UnaryOperator<String> check) {
        return texts.stream().map(check).toList();
    }

    private static String role(String role) {
        if (!AgentRoles.ALL.contains(role)) {
            throw new BadRequest("roles", "each one of " + String.join(", ", AgentRoles.ALL));
        }
        return role;
    }

    /** Other groups that he may be in are somebody else's business. */
    private void belongs(String id, Collection<String> possible, List<String> wanted) {
        var groups = people.groupsOf(id);
        wanted.stream().filter(group -> !groups.contains(group)).forEach(group -> people.ensureMember(id, group));
        possible.stream()
                .filter(group -> groups.contains(group) && !wanted.contains(group))
                .forEach(group -> people.removeMember(id, group));
    }
}
