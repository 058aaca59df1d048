package app.novelo.survey.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Caller;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code survey.survey} and its answers. Whatever changes one holds the turn of the conversation in which it happens. */
@Component
class SurveyRows {

    private final JdbcClient jdbc;

    SurveyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long next() {
        return jdbc.sql("select nextval('survey.number')").query(Long.class).single();
    }

    /** @param processInstanceId null where he is not asked */
    void insert(Survey survey, @Nullable String processInstanceId) {
        jdbc.sql(
                        """
                        insert into survey.survey (number, kind, customer, conversation, line, case_number, queue, owner,
                          state, reason, round, wanted_at, process_instance_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(survey.number())
                .param(survey.kind().name())
                .param(survey.customer())
                .param(survey.conversation())
                .param(survey.line())
                .param(survey.caseNumber())
                .param(survey.queue())
                .param(survey.owner())
                .param(survey.state().name())
                .param(survey.reason())
                .param(survey.round())
                .param(time(survey.wantedAt()))
                .param(processInstanceId)
                .update();
    }

    Optional<Survey> find(String number) {
        return jdbc.sql("select * from survey.survey where number = ?")
                .param(number)
                .query((row, n) -> survey(row))
                .optional();
    }

    /** Locks the row: he may answer in two conversations at once. */
    Optional<Survey> locked(String number) {
        return jdbc.sql("select * from survey.survey where number = ? for update")
                .param(number)
                .query((row, n) -> survey(row))
                .optional();
    }

    /** Locks the one that he was asked last, if that was after the moment. */
    Optional<Survey> lastAsked(UUID customer, Instant after) {
        return jdbc.sql(
                        """
                        select * from survey.survey where customer = ? and asked_at > ?
                        order by asked_at desc nulls last limit 1 for update""")
                .param(customer)
                .param(time(after))
                .query((row, n) -> survey(row))
                .optional();
    }

    /**
     * @param but the one that asks
     * @return whether he was asked since then, or another question to him has waited for its moment for longer
     */
    boolean isAskedOften(UUID customer, Instant since, String but) {
        return jdbc.sql(
                        """
                        select exists (select 1 from survey.survey where customer = :customer and asked_at > :since and number <> :but)
                          or exists (select 1 from survey.survey where customer = :customer and state = 'WAITING' and number < :but)""")
                .param("customer", customer)
                .param("since", time(since))
                .param("but", but)
                .query(Boolean.class)
                .single();
    }

    void run(String number, String processInstanceId, UUID conversation) {
        jdbc.sql("update survey.survey set process_instance_id = ?, conversation = ? where number = ?")
                .param(processInstanceId)
                .param(conversation)
                .param(number)
                .update();
    }

    void asked(String number, Instant at) {
        jdbc.sql("update survey.survey set state = 'ASKED', asked_at = ? where number = ?")
                .param(time(at))
                .param(number)
                .update();
    }

    /** Whoever has answered has been asked. */
    boolean notAsked(String number, String reason) {
        return jdbc.sql(
                                """
                        update survey.survey set state = 'NOT_ASKED', reason = ?, asked_at = null
                        where number = ? and score is null""")
                        .param(reason)
                        .param(number)
                        .update()
                > 0;
    }

    void unanswered(String number) {
        jdbc.sql("update survey.survey set state = 'UNANSWERED' where number = ? and state = 'ASKED'")
                .param(number)
                .update();
    }

    void answered(String number, int score, Instant at, boolean late, Instant commentUntil) {
        jdbc.sql(
                        """
                        update survey.survey set state = 'ANSWERED', score = :score, late = :late,
                          answered_at = coalesce(answered_at, :at), asked_at = coalesce(asked_at, :at), reason = null,
                          comment_until = :until where number = :number""")
                .param("score", score)
                .param("late", late)
                .param("at", time(at))
                .param("until", time(commentUntil))
                .param("number", number)
                .update();
    }

    void keep(String number, Instant at, int score, UUID message, boolean counted) {
        jdbc.sql("insert into survey.answer (survey, at, score, message, counted) values (?, ?, ?, ?, ?)")
                .param(number)
                .param(time(at))
                .param(score)
                .param(message)
                .param(counted)
                .update();
    }

    void comment(String number, String words) {
        jdbc.sql("update survey.survey set comment = ? where number = ?")
                .param(words)
                .param(number)
                .update();
    }

    void recovers(String number, String caseNumber) {
        jdbc.sql("update survey.survey set recovery_case = ? where number = ?")
                .param(caseNumber)
                .param(number)
                .update();
    }

    /** @return newest first */
    List<Survey> list(Caller caller, Query query) {
        return jdbc.sql(
                        """
                        select * from survey.survey
                        where (:all or queue in (:groups) or owner = :caller) and (wanted_at, number) < (:at, :number)\s"""
                                + (query.kind() == null ? "" : " and kind = :kind")
                                + (query.state() == null ? "" : " and state = :state")
                                + (query.caseNumber() == null ? "" : " and case_number = :case")
                                + " order by wanted_at desc, number desc limit :limit")
                .param("all", caller.isManager())
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("caller", caller.id())
                .param("at", time(query.before()))
                .param("number", query.number())
                .param("kind", query.kind() == null ? null : query.kind().name(), Types.VARCHAR)
                .param("state", query.state() == null ? null : query.state().name(), Types.VARCHAR)
                .param("case", query.caseNumber(), Types.VARCHAR)
                .param("limit", query.limit())
                .query((row, n) -> survey(row))
                .list();
    }

    /** @param number of the last one of the page before */
    record Query(
            @Nullable SurveyKind kind,
            Survey.@Nullable State state,
            @Nullable String caseNumber,
            Instant before,
            String number,
            int limit) {}

    private static Survey survey(ResultSet row) throws SQLException {
        return new Survey(
                row.getString("number"),
                SurveyKind.valueOf(row.getString("kind")),
                row.getObject("customer", UUID.class),
                row.getObject("conversation", UUID.class),
                row.getObject("line", UUID.class),
                row.getString("case_number"),
                row.getString("queue"),
                row.getString("owner"),
                Survey.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("round", UUID.class),
                Sql.instant(row, "wanted_at"),
                Sql.instantOrNull(row, "asked_at"),
                row.getObject("score", Integer.class),
                Sql.instantOrNull(row, "answered_at"),
                row.getBoolean("late"),
                row.getString("comment"),
                Sql.instantOrNull(row, "comment_until"),
                row.getString("recovery_case"),
                row.getString("process_instance_id"));
    }
}
