package app.novelo.customer;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Meta;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People as Meta's webhooks name them since user names exist: by number, by user id, by both. */
class People {

    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000L);

    private final Meta meta;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    People(Meta meta, JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.meta = meta;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What WhatsApp tells of a sender. */
    record Person(
            @Nullable String phone,
            @Nullable String userId,
            @Nullable String parentUserId,
            @Nullable String username,
            @Nullable String name) {

        static Person of(@Nullable String phone, @Nullable String userId) {
            return new Person(phone, userId, null, null, null);
        }

        Person called(String newName) {
            return new Person(phone, userId, parentUserId, username, newName);
        }

        Person hiddenAs(String newUsername) {
            return new Person(null, userId, parentUserId, newUsername, name);
        }

        Person withParent(String newParent) {
            return new Person(phone, userId, newParent, username, name);
        }

        Person with(@Nullable String newPhone, @Nullable String newUserId) {
            return new Person(newPhone, newUserId, parentUserId, username, name);
        }
    }

    Person stranger() {
        return Person.of(newPhone(), newUserId());
    }

    String newPhone() {
        return "5521" + (960_000_000L + Math.floorMod(NEXT.incrementAndGet() * 7, 30_000_000L));
    }

    String newUserId() {
        return "BR." + NEXT.incrementAndGet() + "x"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    /** @return the message's id */
    String says(Person person, String text) {
        return says(person, text, null);
    }

    String says(Person person, String text, @Nullable String replyTo) {
        var id = meta.newId();
        var message = message(person, id, "text");
        message.putObject("text").put("body", text);
        if (replyTo != null) {
            message.putObject("context").put("id", replyTo);
        }
        meta.taken(meta.delivery(meta.change("messages", List.of(message), contact(person))));
        return id;
    }

    private ObjectNode message(Person person, String id, String type) {
        var message = json.createObjectNode().put("id", id).put("type", type);
        message.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        put(message, "from", person.phone);
        put(message, "from_user_id", person.userId);
        put(message, "from_parent_user_id", person.parentUserId);
        return message;
    }

    private JsonNode contact(Person person) {
        var contact = json.createObjectNode();
        var profile = contact.putObject("profile");
        put(profile, "name", person.name);
        put(profile, "username", person.username);
        put(contact, "wa_id", person.phone);
        put(contact, "user_id", person.userId);
        put(contact, "parent_user_id", person.parentUserId);
        return contact;
    }

    private static void put(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }

    /** Meta's system message, which has no contact. */
    String tellsChange(
            Person from, String type, @Nullable String phone, @Nullable String userId, @Nullable String previous) {
        return tellsChange(clock.instant(), from, type, phone, userId, previous);
    }

    String tellsChange(
            Instant at,
            Person from,
            String type,
            @Nullable String phone,
            @Nullable String userId,
            @Nullable String previous) {
        var id = meta.newId();
        var message = message(from, id, "system").put("timestamp", Long.toString(at.getEpochSecond()));
        var system = message.putObject("system").put("type", type).put("body", "changed");
        put(system, "wa_id", phone);
        put(system, "user_id", userId);
        put(system, "previous_user_id", previous);
        meta.taken(meta.delivery(meta.change("messages", List.of(message))));
        return id;
    }

    /** The field that Meta had before. */
    void tellsUserIdUpdate(@Nullable String phone, String current, String previous) {
        var update = json.createObjectNode().put("detail", "changed");
        update.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        put(update, "wa_id", phone);
        update.putObject("user_id").put("previous", previous).put("current", current);
        var change = meta.change("user_id_update", List.of(update)).put("field", "user_id_update");
        meta.taken(meta.delivery(change));
    }

    /** Waits for the message. */
    String customerOf(String message) {
        return Cases.eventually(() -> one(
                "select c.customer::text from conversation.provider_message p join conversation.conversation c on c.id = p.conversation where p.provider_id = ?",
                message));
    }

    String conversationOf(String message) {
        return Cases.eventually(() ->
                one("select conversation::text from conversation.provider_message where provider_id = ?", message));
    }

    /** Waits for the message's ticket. */
    String ticketOf(String message) {
        return Cases.eventually(() -> one(
                "select m.case_number from conversation.message m join conversation.provider_message p on p.message = m.id where p.provider_id = ? and m.case_number is not null",
                message));
    }

    String one(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(String.class).single();
    }

    JsonNode shown(Agent agent, String customer) {
        return agent.get("marta", "/api/v1/customers/" + customer).body();
    }
}
