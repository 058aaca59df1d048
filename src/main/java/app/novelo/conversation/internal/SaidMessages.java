package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.Heard;
import app.novelo.conversation.LastMessage;
import app.novelo.conversation.Unhandled;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers said, as processes and lists read it. What was taken back says nothing any more. */
@Component
class SaidMessages {

    /** WhatsApp lets it ring for less; a call whose end nobody has told by then was missed. */
    private static final Duration LONGEST_RINGING = Duration.ofMinutes(2);

    /** A telephone that still rings is left alone. */
    private static final String RIPE =
            " unhandled and (kind <> 'call' or content ->> 'outcome' is distinct from 'ringing' or at <= ?)";

    private static final String UNHANDLED_OF =
            """
            select id, at, seq, conversation, kind, text, opts_out,
              case when kind = 'interactive' then content ->> 'id' end as choice, case when reply_to is not null then (
                select q.case_number from conversation.provider_message p
                  join conversation.message q on q.id = p.message and q.at = p.at
                where p.provider_id = m.reply_to and p.conversation = m.conversation) end as quoted_case
            from conversation.message m where conversation = ? and"""
                    + RIPE + " order by at, seq";

    private static final RowMapper<Unhandled> UNHANDLED = (row, n) -> new Unhandled(
            row.getObject("id", UUID.class),
            Sql.instant(row, "at"),
            row.getString("kind"),
            row.getString("text"),
            row.getString("choice"),
            row.getString("quoted_case"),
            row.getBoolean("opts_out"));

    private final JdbcClient jdbc;
    private final Clock clock;

    SaidMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Unhandled> unhandled(UUID conversation) {
        return jdbc.sql(UNHANDLED_OF)
                .param(conversation)
                .param(ringingSince())
                .query(UNHANDLED)
                .list();
    }

    /** One statement for both: the driver asks it of every message. */
    Heard heard(UUID conversation) {
        var each = jdbc.sql(
                        "select said.*, c.language, c.case_number is not null as has_case from (" + UNHANDLED_OF
                                + ") said join conversation.conversation c on c.id = said.conversation order by said.at, said.seq")
                .param(conversation)
                .param(ringingSince())
                .query((row, n) -> new Heard(
                        List.of(UNHANDLED.mapRow(row, n)), row.getString("language"), row.getBoolean("has_case")))
                .list();
        var messages = each.stream().flatMap(heard -> heard.messages().stream()).toList();
        return each.isEmpty()
                ? new Heard(messages, null, false)
                : new Heard(messages, each.get(0).language(), each.get(0).hasCase());
    }

    boolean answeredSince(UUID conversation, Instant moment) {
        return jdbc.sql(
                        """
                        select exists (select 1 from conversation.message where conversation = ? and at > ?
                          and direction = 'OUT' and author_type in ('AGENT', 'AI') and kind <> 'note')""")
                .param(conversation)
                .param(time(moment))
                .query(Boolean.class)
                .single();
    }

    boolean anyUnhandled(UUID conversation) {
        return jdbc.sql("select exists (select 1 from conversation.message where conversation = ? and unhandled)")
                .param(conversation)
                .query(Boolean.class)
                .single();
    }

    /** Its words only: what the channel tells in its own language would mislead whoever understands them. */
    List<Unhandled> withoutCase(UUID conversation) {
        return jdbc.sql(
                        """
                        select id, at, kind, text, opts_out, null as choice, null as quoted_case from (
                          select id, at, seq, kind, text, opts_out from conversation.message m
                          where conversation = ? and direction = 'IN' and case_number is null and revoked_at is null
                            and kind not in ('system', 'revoke') and"""
                                + Listed.ALONE
                                + """
                          order by at desc, seq desc limit 20) newest
                        order by at, seq""")
                .param(conversation)
                .query(UNHANDLED)
                .list();
    }

    void take(UUID conversation, Collection<UUID> messages, @Nullable String caseNumber) {
        jdbc.sql(
                        """
                        update conversation.message set unhandled = false, case_number = coalesce(case_number, :case)
                        where conversation = :conversation and id in (:ids)""")
                .param("case", caseNumber, Types.VARCHAR)
                .param("conversation", conversation)
                .param("ids", messages)
                .update();
    }

    /** What a process asked is a question if answers were offered. */
    boolean spokenSince(UUID conversation, Instant moment, String but) {
        return jdbc.sql(
                        """
                        select exists (select 1 from conversation.message where conversation = :conversation and at > :at
                          and direction = 'OUT' and kind <> 'note' and author_id is distinct from :but
                          and (author_type in ('AGENT', 'AI') or content ->> 'type' in ('buttons', 'menu')))""")
                .param("conversation", conversation)
                .param("at", time(moment))
                .param("but", but)
                .query(Boolean.class)
                .single();
    }

    void giveTo(UUID conversation, String caseNumber) {
        jdbc.sql(
                        """
                        update conversation.message set case_number = ?
                        where conversation = ? and direction = 'IN' and case_number is null and not unhandled""")
                .param(caseNumber)
                .param(conversation)
                .update();
    }

    int giveTo(UUID conversation, String caseNumber, Collection<UUID> messages) {
        return messages.isEmpty()
                ? 0
                : jdbc.sql(
                                "update conversation.message set case_number = :case where conversation = :conversation and id in (:ids)")
                        .param("case", caseNumber)
                        .param("conversation", conversation)
                        .param("ids", messages)
                        .update();
    }

    void giveAll(UUID conversation, String from, String to) {
        jdbc.sql("update conversation.message set case_number = ? where conversation = ? and case_number = ?")
                .param(to)
                .param(conversation)
                .param(from)
                .update();
    }

    void takeUpAgain(UUID conversation, @Nullable UUID but) {
        jdbc.sql(
                        """
                        update conversation.message set unhandled = true
                        where conversation = :conversation and direction = 'IN' and case_number is null
                          and id is distinct from :but and revoked_at is null""")
                .param("conversation", conversation)
                .param("but", but, Types.OTHER)
                .update();
    }

    /** A notice that goes out by itself, as the protocol's number does, is no word that he answers. */
    Optional<String> lastSpokenOf(UUID conversation, Instant after) {
        return jdbc.sql(
                        """
                        select case_number from conversation.message
                        where conversation = ? and at > ? and direction = 'OUT' and case_number is not null
                          and kind <> 'note' and (author_type in ('AGENT', 'AI') or content ->> 'type' in ('buttons', 'menu'))
                        order by at desc, seq desc limit 1""")
                .param(conversation)
                .param(time(after))
                .query(String.class)
                .optional();
    }

    void markHandled(UUID conversation, @Nullable String caseNumber) {
        jdbc.sql(
                        """
                        update conversation.message set unhandled = false, case_number = coalesce(case_number, ?),
                          content = case when kind = 'call' and content ->> 'outcome' = 'ringing'
                            then jsonb_set(content, '{outcome}', '"missed"') else content end
                        where conversation = ? and"""
                                + RIPE)
                .param(caseNumber)
                .param(conversation)
                .param(ringingSince())
                .update();
    }

    private OffsetDateTime ringingSince() {
        return time(clock.instant().minus(LONGEST_RINGING));
    }

    Map<UUID, LastMessage> last(Collection<UUID> conversations) {
        return jdbc
                .sql(
                        """
                        select c.id, l.direction, l.kind, l.text, l.at, f.id is not null as file, f.filename,
                          f.voice or coalesce((l.content ->> 'voice')::boolean, false) as voice, f.seconds,
                          case when l.kind = 'call' then l.content ->> 'outcome' end as outcome,
                          case when l.kind = 'call' then (l.content ->> 'fromCustomer')::boolean end as from_customer
                        from conversation.conversation c cross join lateral (
                          select m.direction, case when m.revoked_at is null then m.kind else 'revoke' end as kind,
                            case when m.revoked_at is null then left(m.text, 200) end as text, m.at,
                            case when m.revoked_at is null then m.media end as media, m.content
                          from conversation.message m
                          where m.conversation = c.id and m.author_type <> 'PROCESS' and"""
                                + Listed.ALONE
                                + """
                          order by m.at desc, m.seq desc limit 1) l
                          left join conversation.media f on f.id = l.media
                        where c.id in (:ids)""")
                .param("ids", conversations)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), lastMessage(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static LastMessage lastMessage(ResultSet row) throws SQLException {
        return new LastMessage(
                row.getString("direction"),
                row.getString("kind"),
                row.getString("text"),
                row.getBoolean("file")
                        ? new LastMessage.File(
                                row.getString("filename"),
                                row.getBoolean("voice"),
                                row.getObject("seconds", Integer.class))
                        : null,
                call(row),
                Sql.instant(row, "at"));
    }

    private static LastMessage.@Nullable Call call(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null ? null : new LastMessage.Call(outcome, row.getBoolean("from_customer"));
    }
}
