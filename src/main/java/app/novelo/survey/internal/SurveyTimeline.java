package app.novelo.survey.internal;

import app.novelo.customer.TimelineRows;
import app.novelo.customer.TimelineSource;
import app.novelo.platform.Caller;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a customer was asked, and each of his answers; his words stand with the answer that counts. */
@Component
class SurveyTimeline implements TimelineSource {

    /** Below zero: of one moment, the question comes before all answers. */
    private static final String HAPPENINGS =
            """
            select s.asked_at as at, -split_part(s.number, '-', 3)::bigint as seq, 'asked' as what, s.number, s.kind, s.case_number,
              s.queue, s.owner, null::integer as score, null::boolean as counted, null as comment, null as recovery_case
            from survey.survey s where s.customer = :customer and s.asked_at is not null
            union all
            select a.at, a.id, 'answered', s.number, s.kind, s.case_number, s.queue, s.owner, a.score, a.counted,
              case when last.id = a.id then s.comment end, case when last.id = a.id then s.recovery_case end
            from survey.survey s join survey.answer a on a.survey = s.number
              cross join lateral (select max(o.id) as id from survey.answer o where o.survey = s.number and o.counted) last
            where s.customer = :customer""";

    private final TimelineRows rows;

    SurveyTimeline(JdbcClient jdbc) {
        this.rows = new TimelineRows(jdbc, HAPPENINGS, (row, n) -> happening(row));
    }

    @Override
    public String type() {
        return "survey";
    }

    @Override
    public List<Entry> entries(Caller caller, UUID customer, Span span) {
        return rows.entries(caller, customer, span);
    }

    private static Happening happening(ResultSet row) throws SQLException {
        return new Happening(
                row.getString("number"),
                row.getString("what"),
                SurveyKind.valueOf(row.getString("kind")),
                row.getString("case_number"),
                row.getObject("score", Integer.class),
                row.getObject("counted", Boolean.class),
                row.getString("comment"),
                row.getString("recovery_case"));
    }

    /**
     * An entry of a survey's story.
     *
     * @param caseNumber after which he was asked
     * @param counted false: it came too late after the first
     * @param recovery ticket that was opened because of the score
     */
    record Happening(
            String number,
            String what,
            SurveyKind kind,
            @JsonProperty("case") @Nullable String caseNumber,
            @Nullable Integer score,
            @Nullable Boolean counted,
            @Nullable String comment,
            @Nullable String recovery) {}
}
