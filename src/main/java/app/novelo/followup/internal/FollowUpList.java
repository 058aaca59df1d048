package app.novelo.followup.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.followup.internal.FollowUp.State;
import app.novelo.platform.Caller;
import app.novelo.platform.Page;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follow-ups that a caller may see: managers all; an agent those of his queues and his own. First what is due first. */
@Component
class FollowUpList {

    private final JdbcClient jdbc;

    FollowUpList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param from due not before
     * @param to due before
     */
    record Query(
            List<State> states,
            @Nullable String queue,
            @Nullable String owner,
            @Nullable UUID conversation,
            @Nullable UUID customer,
            @Nullable String origin,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String after,
            int limit) {}

    static boolean maySee(Caller caller, FollowUp one) {
        return caller.isManager() || caller.isIn(one.queue()) || caller.id().equals(one.owner());
    }

    static String cursor(FollowUp one) {
        return one.dueAt() + "_" + one.number();
    }

    /** Only what narrows it stands in the statement. */
    List<FollowUp> of(Caller caller, Query query) {
        var values = new HashMap<String, Object>();
        var where = new StringBuilder("where state in (:states)");
        values.put("states", query.states().stream().map(State::name).toList());
        narrow(where, values, " and queue = :queue", "queue", query.queue());
        narrow(where, values, " and owner = :owner", "owner", query.owner());
        narrow(where, values, " and conversation = :conversation", "conversation", query.conversation());
        narrow(where, values, " and customer = :customer", "customer", query.customer());
        narrow(where, values, " and origin = :origin", "origin", query.origin());
        narrow(where, values, " and due_at >= :from", "from", query.from() == null ? null : time(query.from()));
        narrow(where, values, " and due_at < :to", "to", query.to() == null ? null : time(query.to()));
        after(where, values, query.after());
        if (!caller.isManager()) {
            where.append(" and (queue in (:groups) or owner = :caller)");
            values.put("groups", caller.groups().isEmpty() ? List.of("") : caller.groups());
            values.put("caller", caller.id());
        }
        values.put("limit", query.limit());
        return jdbc.sql(FollowUpRows.SELECT + where + " order by due_at, number limit :limit")
                .params(values)
                .query((row, n) -> FollowUpRows.read(row))
                .list();
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.put(name, value);
        }
    }

    private static void after(StringBuilder where, Map<String, Object> values, @Nullable String cursor) {
        if (cursor == null) {
            return;
        }
        int middle = cursor.indexOf('_');
        if (middle < 0) {
            throw Page.notOurs();
        }
        where.append(" and (due_at, number) > (:at, :number)");
        values.put("at", time(Page.cursorTime(cursor.substring(0, middle))));
        values.put("number", cursor.substring(middle + 1));
    }

    /** @param state of the API; null and unknown = those that are not over */
    static List<State> states(@Nullable String state) {
        if (state == null) {
            return List.of(State.OPEN, State.DUE);
        }
        return state.equalsIgnoreCase("all")
                ? List.of(State.values())
                : Arrays.stream(State.values())
                        .filter(one -> one.name().equalsIgnoreCase(state))
                        .toList();
    }
}
