package app.novelo.conversation.internal;

import app.novelo.channel.StatusUpdate;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Statuses that came before the answer to our own call was stored: parked for a day under the provider's id.
 *
 * <p>Whoever stores an answer and whoever parks a status see nothing of each other's open transaction. Both therefore hold
 * the provider's id to their commit, and look only then.
 */
@Component
class EarlyStatuses {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final StatusRows rows;

    EarlyStatuses(JdbcClient jdbc, ObjectMapper json, StatusRows rows) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
    }

    /** To the end of the transaction. Statuses are applied by one at a time, so that nobody waits in a circle. */
    void hold(Collection<String> providerIds) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('early status ' || id, 0)) from unnest(?) as ids (id)")
                .param(providerIds.toArray(String[]::new))
                .query((row, n) -> n)
                .list();
    }

    /** The ids are held, and were not known after that. */
    void park(List<StatusUpdate> updates) {
        if (updates.isEmpty()) {
            return;
        }
        updates.forEach(update -> jdbc.sql("insert into conversation.early_status (provider_id, payload) values (?, ?)")
                .param(update.providerId())
                .param(write(update))
                .update());
        jdbc.sql("delete from conversation.early_status where parked_at < now() - interval '1 day'")
                .update();
    }

    /** Applies what is parked for a message that has just become known; its id is held. */
    void apply(String providerId) {
        var parked = jdbc.sql("delete from conversation.early_status where provider_id = ? returning payload")
                .param(providerId)
                .query(String.class)
                .list();
        if (!parked.isEmpty()) {
            rows.forward(parked.stream().map(this::read).toList());
        }
    }

    private String write(StatusUpdate update) {
        try {
            return json.writeValueAsString(update);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a status is plain data", e);
        }
    }

    private StatusUpdate read(String payload) {
        try {
            return json.readValue(payload, StatusUpdate.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was parked was written by us", e);
        }
    }
}
