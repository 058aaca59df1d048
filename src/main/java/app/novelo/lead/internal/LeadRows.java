package app.novelo.lead.internal;

import static app.novelo.platform.Sql.time;

import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code lead.lead} where sets of rows are meant, or a column that others write at the same time. */
@Component
class LeadRows {

    private final JdbcClient jdbc;

    LeadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void held(String number, String queue, @Nullable String owner) {
        jdbc.sql("update lead.lead set queue = :queue, owner = :owner where number = :number")
                .param("queue", queue)
                .param("owner", owner, Types.VARCHAR)
                .param("number", number)
                .update();
    }

    /** He has written so many messages more. */
    void said(String number, int messages, Instant at) {
        jdbc.sql("update lead.lead set engagement = engagement + ?, moved_at = ? where number = ?")
                .param(messages)
                .param(time(at))
                .param(number)
                .update();
    }

    /** He has written so many messages more, the last of them at that moment; those with which it began were counted. */
    void wrote(String number, int messages, Instant last, Instant now) {
        jdbc.sql(
                        "update lead.lead set engagement = engagement + ?, moved_at = ? where number = ? and opened_at < ? and closed_at is null")
                .param(messages)
                .param(time(now))
                .param(number)
                .param(time(last))
                .update();
    }

    void followedUp(String number) {
        jdbc.sql("update lead.lead set follow_ups = follow_ups + 1 where number = ?")
                .param(number)
                .update();
    }

    void moved(String number, Instant at) {
        jdbc.sql("update lead.lead set moved_at = ? where number = ? and closed_at is null")
                .param(time(at))
                .param(number)
                .update();
    }

    /** Nobody else opens one for him before the transaction ends. */
    void lockCustomer(UUID customer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("lead:" + customer)
                .query((row, n) -> true)
                .single();
    }

    /**
     * @param product null = whatever it is
     * @return number of the customer's open lead of that product; the newest of several
     */
    Optional<String> openOf(UUID customer, @Nullable String product) {
        return jdbc.sql(
                        """
                        select number from lead.lead where customer = :customer and closed_at is null
                          and (:product::text is null or product is null or lower(product) = lower(:product))
                        order by opened_at desc, number desc limit 1""")
                .param("customer", customer)
                .param("product", product, Types.VARCHAR)
                .query(String.class)
                .optional();
    }

    void belongsTo(UUID from, UUID into) {
        jdbc.sql("update lead.lead set customer = ? where customer = ?")
                .param(into)
                .param(from)
                .update();
    }

    void movedTo(String number, UUID conversation) {
        jdbc.sql("update lead.lead set conversation = ? where number = ? and conversation <> ?")
                .param(conversation)
                .param(number)
                .param(conversation)
                .update();
    }

    void changed(String number, Stage stage, String why, Instant at) {
        jdbc.sql("insert into lead.stage_change (number, stage, why, at) values (?, ?, ?, ?)")
                .param(number)
                .param(stage.id())
                .param(why)
                .param(time(at))
                .update();
    }
}
