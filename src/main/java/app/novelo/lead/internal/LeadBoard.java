package app.novelo.lead.internal;

import app.novelo.casework.CaseAccess;
import app.novelo.casework.CaseFile;
import app.novelo.lead.internal.BoardCards.Found;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Page;
import app.novelo.platform.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open leads of a caller by stage, with what each stage is worth; prices of two currencies are never added. */
@Component
class LeadBoard {

    /** Of a column; more is counted and not shown. */
    static final int MOST_CARDS = 100;

    /** So many without a next step are looked at; with more than that a company has another problem. */
    private static final int MOST_RESTING = 1000;

    /** What is over stays on the board for so long. */
    private static final Duration RECENT = Duration.ofDays(7);

    private static final List<String> STAGES =
            Arrays.stream(Stage.values()).map(Stage::name).toList();

    /**
     * What waits longest comes first; of what is over, the newest. Each column is read from an index, so that it costs what
     * is shown and not what there is.
     */
    private static final String CARDS =
            """
            select * from (
              select card.* from unnest(array[:stages]) as wanted (stage) cross join lateral (
                select * from lead.lead where lead.stage = wanted.stage and closed_at is null and %1$s
                order by stage_since, number limit :most) card
              union all
              select card.* from unnest(array[:stages]) as wanted (stage) cross join lateral (
                select * from lead.lead where lead.stage = wanted.stage and closed_at >= :recent and %1$s
                order by stage_since desc, number limit :most) card) shown
            order by case when closed_at is null then stage_since end, stage_since desc, number""";

    /** By the keys of the order above, within one stage. */
    private static final String FURTHER_OPEN =
            """
            select * from lead.lead where stage = :stage and closed_at is null
              and (stage_since, number) > (:since, :number) and %1$s
            order by stage_since, number limit :limit""";

    private static final String FURTHER_OVER =
            """
            select * from lead.lead where stage = :stage and closed_at >= :recent
              and (stage_since < :since or stage_since = :since and number > :number) and %1$s
            order by stage_since desc, number limit :limit""";

    private static final String TOTALS =
            """
            select stage, currency, count(*) as leads, coalesce(sum(value), 0) as value,
              coalesce(round(sum(value * probability / 100.0), 2), 0) as weighted
            from lead.lead where (closed_at is null or closed_at >= :recent) and %1$s
            group by stage, currency order by stage, currency""";

    private final JdbcClient jdbc;
    private final CaseAccess access;
    private final BoardCards cards;
    private final Clock clock;

    LeadBoard(JdbcClient jdbc, CaseAccess access, BoardCards cards, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * @param queue null = all; {@code owner} likewise
     * @param withoutNextStep only open ones for which nothing is planned, and no answer is due
     */
    record Wish(@Nullable String queue, @Nullable String owner, boolean withoutNextStep) {}

    /** @param now business time, from which a page counts */
    record Board(List<Column> columns, Instant now) {}

    /**
     * @param count of all leads of the stage, also of those that are not shown
     * @param next where those begin; null if there are none
     */
    record Column(String stage, int count, List<Total> totals, List<BoardCards.Card> cards, @Nullable String next) {}

    /** @param weighted the value times the probability, where one is known */
    record Total(String currency, BigDecimal value, BigDecimal weighted) {}

    Board of(Caller caller, Wish wish) {
        var now = clock.instant();
        var looked = new Looked(caller, wish, now, wish.withoutNextStep() ? resting(caller, now) : null);
        var totals = totals(looked);
        var shown = cards.of(select(CARDS, looked).query((row, n) -> found(row)).list(), now);
        return new Board(
                Arrays.stream(Stage.values())
                        .map(stage -> column(
                                stage, totals.getOrDefault(stage, Sums.NONE), shown.getOrDefault(stage, List.of())))
                        .toList(),
                now);
    }

    /** Cards of one stage behind those that were shown. */
    Page<BoardCards.Card> further(Caller caller, Wish wish, Stage stage, Last last, int limit) {
        var now = clock.instant();
        var looked = new Looked(caller, wish, now, wish.withoutNextStep() ? resting(caller, now) : null);
        var found = select(stage.isOver() ? FURTHER_OVER : FURTHER_OPEN, looked)
                .param("stage", stage.name())
                .param("since", Sql.time(last.since()))
                .param("number", last.number())
                .param("limit", limit + 1)
                .query((row, n) -> found(row))
                .list();
        return Page.of(cards.of(found, now).getOrDefault(stage, List.of()), limit, card -> Last.of(card)
                .text());
    }

    /** The last card that was shown of a stage. */
    record Last(Instant since, String number) {

        private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

        /**
         * @param cursor null: nothing was shown yet
         * @throws BadRequest if it is none of ours
         */
        static Last of(Stage stage, @Nullable String cursor) {
            if (cursor == null) {
                return new Last(stage.isOver() ? END_OF_TIME : Instant.EPOCH, "");
            }
            int end = cursor.indexOf('_');
            if (end < 0) {
                throw Page.notOurs();
            }
            return new Last(Page.cursorTime(cursor.substring(0, end)), cursor.substring(end + 1));
        }

        private static Last of(BoardCards.Card card) {
            return new Last(card.stageSince(), card.number());
        }

        String text() {
            return since + "_" + number;
        }
    }

    private record Looked(Caller caller, Wish wish, Instant now, @Nullable List<String> only) {}

    private List<String> resting(Caller caller, Instant now) {
        return access.list(caller, new CaseAccess.Query(LeadProcess.KIND, null, null, null, MOST_RESTING, now)).stream()
                .map(CaseFile::number)
                .toList();
    }

    private static Column column(Stage stage, Sums sums, List<BoardCards.Card> cards) {
        boolean all = cards.size() < MOST_CARDS || cards.size() >= sums.count();
        var next = all ? null : Last.of(cards.get(cards.size() - 1)).text();
        return new Column(stage.id(), sums.count(), sums.totals(), cards, next);
    }

    private record Sums(int count, List<Total> totals) {
        static final Sums NONE = new Sums(0, List.of());
    }

    private Map<Stage, Sums> totals(Looked looked) {
        var found = new EnumMap<Stage, Sums>(Stage.class);
        select(TOTALS, looked).query(row -> {
            var stage = Stage.valueOf(row.getString("stage"));
            var before = found.getOrDefault(stage, Sums.NONE);
            var totals = new ArrayList<>(before.totals());
            if (row.getString("currency") != null) {
                totals.add(new Total(
                        row.getString("currency"), row.getBigDecimal("value"), row.getBigDecimal("weighted")));
            }
            found.put(stage, new Sums(before.count() + row.getInt("leads"), List.copyOf(totals)));
        });
        return found;
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                Stage.valueOf(row.getString("stage")),
                row.getString("number"),
                row.getObject("customer", UUID.class),
                row.getObject("conversation", UUID.class),
                row.getString("queue"),
                row.getString("owner"),
                row.getString("product"),
                row.getBigDecimal("value"),
                row.getString("currency"),
                row.getObject("probability", Integer.class),
                row.getString("grade"),
                row.getString("source"),
                row.getString("next_step"),
                row.getString("lost_reason"),
                Sql.instant(row, "stage_since"));
    }

    private JdbcClient.StatementSpec select(String sql, Looked looked) {
        var caller = looked.caller();
        return jdbc.sql(sql.formatted(condition(looked)))
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("caller", caller.id())
                .param("queue", looked.wish().queue(), Types.VARCHAR)
                .param("owner", looked.wish().owner(), Types.VARCHAR)
                .param("only", looked.only() == null || looked.only().isEmpty() ? List.of("") : looked.only())
                .param("stages", STAGES)
                .param("most", MOST_CARDS)
                .param("recent", Sql.time(looked.now().minus(RECENT)));
    }

    /** Only what is asked: with a filter that may be none PostgreSQL uses no index. */
    private static String condition(Looked looked) {
        var all = new ArrayList<String>();
        if (!looked.caller().isManager()) {
            all.add("(queue in (:groups) or owner = :caller)");
        }
        if (looked.wish().queue() != null) {
            all.add("queue = :queue");
        }
        if (looked.wish().owner() != null) {
            all.add("owner = :owner");
        }
        if (looked.only() != null) {
            all.add("number in (:only)");
        }
        return all.isEmpty() ? "true" : String.join(" and ", all);
    }
}
