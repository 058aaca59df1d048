package app.novelo.lead.internal;

import app.novelo.platform.Sql;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code lead.proposal}. */
@Component
class ProposalRows {

    /** Longer than any reading; then its reader was killed. */
    private static final Duration LONGEST_READING = Duration.ofMinutes(5);

    /** A file that kills its readers is let alone after so many. */
    private static final int MOST_ATTEMPTS = 3;

    /** Longer than any upload. */
    private static final Duration LONGEST_ARRIVAL = Duration.ofHours(2);

    private final JdbcClient jdbc;

    ProposalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is said about a file that is offered. */
    record Terms(@Nullable BigDecimal value, @Nullable String currency, @Nullable LocalDate validUntil) {
        static final Terms NONE = new Terms(null, null, null);
    }

    /** A file by its id in the media store. */
    record Stored(UUID id, String name, String type) {}

    /** The row comes before its file: after a kill in between both are swept. */
    void announce(UUID id, String number, String name, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into lead.proposal (id, number, name, added_by, added_at, state, attempts)
                        values (?, ?, ?, ?, ?, 'ARRIVING', 0)""")
                .param(id)
                .param(number)
                .param(name)
                .param(by)
                .param(Sql.time(at))
                .update();
    }

    /** It is the newest version from now on; called in the lead's turn, so that no two are the same. */
    int arrived(UUID id, String type, long size, @Nullable UUID message, Terms terms) {
        return jdbc.sql(
                        """
                        update lead.proposal p set state = 'UNREAD', type = :type, size = :size, message = :message,
                          value = :value, currency = :currency, valid_until = :until,
                          version = 1 + (select coalesce(max(o.version), 0) from lead.proposal o where o.number = p.number)
                        where id = :id returning version""")
                .param("id", id)
                .param("type", type)
                .param("size", size)
                .param("message", message, Types.OTHER)
                .param("value", terms.value(), Types.NUMERIC)
                .param("currency", terms.currency(), Types.VARCHAR)
                .param("until", terms.validUntil(), Types.DATE)
                .query(Integer.class)
                .single();
    }

    void delete(UUID id) {
        jdbc.sql("delete from lead.proposal where id = ?").param(id).update();
    }

    boolean hasMessage(String number, UUID message) {
        return jdbc.sql(
                        "select exists (select 1 from lead.proposal where number = ? and message = ? and version is not null)")
                .param(number)
                .param(message)
                .query(Boolean.class)
                .single();
    }

    /** A version's own row. */
    record Row(Proposal proposal, UUID id) {}

    /** @return the newest first */
    List<Row> of(String number) {
        return jdbc.sql("select * from lead.proposal where number = ? and version is not null order by version desc")
                .param(number)
                .query((row, n) -> new Row(
                        new Proposal(
                                row.getInt("version"),
                                row.getString("name"),
                                row.getString("type"),
                                row.getLong("size"),
                                row.getObject("message", UUID.class),
                                row.getBigDecimal("value"),
                                row.getString("currency"),
                                row.getObject("valid_until", LocalDate.class),
                                row.getString("added_by"),
                                row.getString("added_by"),
                                Sql.instant(row, "added_at"),
                                row.getString("state").equals("READ"),
                                "/api/v1/leads/" + number + "/proposals/" + row.getInt("version")),
                        row.getObject("id", UUID.class)))
                .list();
    }

    /** Takes one that nobody reads. */
    Optional<Stored> toRead(Instant now) {
        return jdbc.sql(
                        """
                        update lead.proposal set taken_at = :now, attempts = attempts + 1 where id = (
                          select id from lead.proposal
                          where state = 'UNREAD' and attempts < :most and (taken_at is null or taken_at < :killed)
                          order by added_at limit 1 for update skip locked)
                        returning id, name, type""")
                .param("now", Sql.time(now))
                .param("most", MOST_ATTEMPTS)
                .param("killed", Sql.time(now.minus(LONGEST_READING)))
                .query((row, n) ->
                        new Stored(row.getObject("id", UUID.class), row.getString("name"), row.getString("type")))
                .optional();
    }

    /** @param words null: it says nothing that can be read */
    void read(UUID id, @Nullable String words) {
        jdbc.sql("update lead.proposal set state = :state, words = :words where id = :id")
                .param("state", words == null ? "UNREADABLE" : "READ")
                .param("words", words, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    /** @return files that have never arrived */
    List<UUID> lost(Instant now) {
        return jdbc.sql("select id from lead.proposal where state = 'ARRIVING' and added_at < ?")
                .param(Sql.time(now.minus(LONGEST_ARRIVAL)))
                .query(UUID.class)
                .list();
    }
}
