package app.novelo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the database says; asked seldom, because it answers with the CPU that is measured. */
final class Store implements AutoCloseable {

    private final Connection connection;

    Store(PostgresServer server) throws SQLException {
        this.connection = server.open();
    }

    /** Begins whatever the bench itself asks, so that it can be told from what Novelo asks. */
    static final String MARK = "/* bench */ ";

    /** An open conversation of the bench's customers. */
    record Open(String conversation, String phone) {}

    long count(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(MARK + query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    List<String> texts(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(MARK + query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    void execute(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(MARK + command);
        }
    }

    /** Nothing waits on the way in. */
    boolean isTakenIn() throws SQLException {
        return count(
                        """
                        select (select count(*) from channel.unsplit) + (select count(*) from channel.element)
                          + (select count(*) from channel.status) + (select count(*) from conversation.undriven)""")
                == 0;
    }

    /** Nothing waits on the way out but what nobody knows the outcome of. */
    boolean isSent() throws SQLException {
        return count("select count(*) from conversation.outgoing where state <> 'UNKNOWN'") == 0
                && count("select count(*) from act_ru_ext_task where worker_id_ is null") == 0;
    }

    /** Newest first. */
    List<Open> openConversations(int limit) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(MARK
                        + """
                        select c.id, i.value from conversation.conversation c
                        join customer.identity i on i.customer = c.customer and i.kind = 'PHONE'
                        where c.case_number is not null and c.state <> 'RESOLVED' order by c.opened_at desc
                        limit \s"""
                        + limit)) {
            var open = new ArrayList<Open>();
            while (rows.next()) {
                open.add(new Open(rows.getString(1), rows.getString(2)));
            }
            return open;
        }
    }

    /** @return epoch milliseconds at which the task of each message's conversation was written, by the message's id */
    Map<String, Long> taskTimes(Collection<String> wamids) throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                select p.provider_id, extract(epoch from w.created_at) * 1000 from conversation.provider_message p
                join casework.work_item w on w.conversation = p.conversation where p.provider_id = any (?)""")) {
            statement.setArray(1, connection.createArrayOf("text", wamids.toArray()));
            var times = new HashMap<String, Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    times.put(rows.getString(1), rows.getLong(2));
                }
            }
            return times;
        }
    }

    /** @return how often each of these messages is stored, for those that are not stored exactly once */
    Map<String, Integer> notOnce(Collection<String> wamids) throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                select w.id, count(m.id) from unnest(?) w (id)
                left join conversation.message m on m.provider_id = w.id and m.direction = 'IN'
                group by w.id having count(m.id) <> 1""")) {
            statement.setArray(1, connection.createArrayOf("text", wamids.toArray()));
            var wrong = new HashMap<String, Integer>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    wrong.put(rows.getString(1), rows.getInt(2));
                }
            }
            return wrong;
        }
    }

    /** @return number of tickets of each of these customers that does not have exactly one */
    Map<String, Integer> notOneTicket(Collection<String> phones) throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                select p.phone, count(f.number) from unnest(?) p (phone)
                left join customer.identity i on i.kind = 'PHONE' and i.value = p.phone
                left join casework.case_file f on f.customer = i.customer
                group by p.phone having count(f.number) <> 1""")) {
            statement.setArray(1, connection.createArrayOf("text", phones.toArray()));
            var wrong = new HashMap<String, Integer>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    wrong.put(rows.getString(1), rows.getInt(2));
                }
            }
            return wrong;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
