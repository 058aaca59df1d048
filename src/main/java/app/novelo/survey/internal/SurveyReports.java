package app.novelo.survey.internal;

import static app.novelo.platform.Sql.time;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers answered, of those who were asked within a span of time; late answers count there too. */
@Component
class SurveyReports {

    private static final Map<String, String> GROUPS = Map.of("queue", "queue", "owner", "owner", "line", "line::text");

    private final JdbcClient jdbc;

    SurveyReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static boolean knows(String by) {
        return GROUPS.containsKey(by);
    }

    /** @param by null: all together */
    List<Csat> csat(Instant from, Instant to, @Nullable String by) {
        return jdbc.sql(
                        """
                        select %s as of, count(*) as asked, count(score) as answered, count(*) filter (where score >= 4) as satisfied,
                          avg(score)::float8 as average from survey.survey
                        where kind = 'CSAT' and asked_at >= ? and asked_at < ? group by 1 order by 1 nulls last"""
                                .formatted(group(by)))
                .param(time(from))
                .param(time(to))
                .query((row, n) -> new Csat(
                        row.getString("of"),
                        row.getLong("asked"),
                        row.getLong("answered"),
                        row.getLong("satisfied"),
                        share(row.getLong("satisfied"), row.getLong("answered")),
                        share(row.getLong("answered"), row.getLong("asked")),
                        row.getObject("average", Double.class)))
                .list();
    }

    List<Nps> nps(Instant from, Instant to, @Nullable String by) {
        return jdbc.sql(
                        """
                        select %s as of, count(*) as asked, count(score) as answered, count(*) filter (where score >= 9) as promoters,
                          count(*) filter (where score between 7 and 8) as passives, count(*) filter (where score <= 6) as detractors
                        from survey.survey
                        where kind = 'NPS' and asked_at >= ? and asked_at < ? group by 1 order by 1 nulls last"""
                                .formatted(group(by)))
                .param(time(from))
                .param(time(to))
                .query((row, n) -> new Nps(
                        row.getString("of"),
                        row.getLong("asked"),
                        row.getLong("answered"),
                        row.getLong("promoters"),
                        row.getLong("passives"),
                        row.getLong("detractors"),
                        share(row.getLong("promoters") - row.getLong("detractors"), row.getLong("answered")),
                        share(row.getLong("answered"), row.getLong("asked"))))
                .list();
    }

    private static String group(@Nullable String by) {
        return by == null ? "null::text" : GROUPS.getOrDefault(by, "null::text");
    }

    /** @return per cent, to a tenth; null of nothing */
    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : Math.round(1000.0 * part / whole) / 10.0;
    }

    /**
     * @param of queue, owner or line; null for all, and for cases that were nobody's
     * @param csat answers of four and five among all answers, per cent
     * @param responseRate answers among questions, per cent
     */
    record Csat(
            @Nullable String of,
            long asked,
            long answered,
            long satisfied,
            @Nullable Double csat,
            @Nullable Double responseRate,
            @Nullable Double average) {}

    /**
     * @param promoters nine and ten; passives seven and eight; detractors zero to six
     * @param nps promoters less detractors among all answers, from -100 to 100
     */
    record Nps(
            @Nullable String of,
            long asked,
            long answered,
            long promoters,
            long passives,
            long detractors,
            @Nullable Double nps,
            @Nullable Double responseRate) {}
}
