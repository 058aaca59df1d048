package app.novelo.servicelevel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.platform.Cursor;
import app.novelo.servicelevel.ClockCount;
import app.novelo.servicelevel.ClockQuery;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.HeldBy;
import app.novelo.servicelevel.LateQuery;
import app.novelo.support.Database;
import app.novelo.support.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of clocks among many: in order, without gaps, and from an index whoever's they are. */
class ClockListsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Set<ClockState> OPEN = EnumSet.range(ClockState.RUNNING, ClockState.BREACHED);
    private static final HeldBy BILLING = new HeldBy("billing", null, false);
    private static final HeldBy CARLA = new HeldBy(null, "agent7", false);
    private static final HeldBy NOBODY = new HeldBy("support", null, true);

    private static JdbcClient jdbc;
    private static ClockRows rows;

    /** Of 40,000 clocks half are open, an eighth of these late, and one in 24 of those that have ended. */
    @BeforeAll
    static void manyClocks() {
        jdbc = JdbcClient.create(Schema.fresh());
        rows = new ClockRows(jdbc);
        jdbc.sql(
                        """
                        insert into servicelevel.clock (id, case_number, metric, state, minutes, calendar, started_at, due_at,
                          ended_at, version, warn_percent, warned, calendar_version, left_micros, queue, owner)
                        select gen_random_uuid(), 'T-' || n, case when n % 3 = 0 then 'resolution' else 'firstResponse' end,
                          case when n % 2 = 0
                            then (array['RUNNING', 'WARNED', 'PAUSED', 'BREACHED', 'RUNNING', 'RUNNING', 'RUNNING', 'RUNNING'])[n / 2 % 8 + 1]
                            else case when n % 24 = 1 then 'MET_LATE' else 'MET' end end,
                          60, 'standard', timestamptz '2026-11-01 00:00Z', timestamptz '2026-11-26 00:00Z' + n * interval '10 seconds',
                          case when n % 2 = 1 then timestamptz '2026-11-26 01:00Z' + n * interval '9 seconds' end, 0, 80, false, 1, 0,
                          case when n % 7 < 5 then 'support' else 'billing' end,
                          case when n % 5 = 0 then null else 'agent' || n % 29 end
                        from generate_series(1, 40000) n""")
                .update();
        jdbc.sql("vacuum analyze servicelevel.clock").update();
    }

    @Test
    void everyListIsServedByAnIndex() {
        for (var held : List.of(HeldBy.ANYBODY, BILLING, CARLA, NOBODY)) {
            var before = readWithoutIndex();

            for (var state : ClockState.values()) {
                rows.list(query(Set.of(state), held, Cursor.OLDEST, 25));
            }
            rows.list(query(OPEN, held, Cursor.OLDEST, 25));
            rows.late(late(held, Cursor.NEWEST, 25));

            assertThat(readWithoutIndex()).as(held.toString()).isEqualTo(before);
        }
    }

    @Test
    void pagesOfSeveralStatesTogetherHoldEachOnceInOrder() {
        for (var held : List.of(HeldBy.ANYBODY, BILLING, CARLA, NOBODY)) {
            var found = new ArrayList<ClockRows.Row>();
            var from = Cursor.OLDEST;
            while (true) {
                var page = rows.list(query(OPEN, held, from, 199));
                found.addAll(page.subList(0, Math.min(199, page.size())));
                if (page.size() <= 199) {
                    break;
                }
                var last = page.get(198);
                from = new Cursor(last.view().dueAt(), last.id());
            }
            assertThat(ids(found)).isEqualTo(expected("ended_at is null", held, "due_at, id"));
        }
    }

    @Test
    void pagesOfWhatEndedLateHoldEachOnceTheLastFirst() {
        var found = new ArrayList<ClockRows.Row>();
        var from = Cursor.NEWEST;
        while (true) {
            var page = rows.late(late(BILLING, from, 7));
            found.addAll(page.subList(0, Math.min(7, page.size())));
            if (page.size() <= 7) {
                break;
            }
            var last = page.get(6);
            from = new Cursor(Objects.requireNonNull(last.view().endedAt()), last.id());
        }

        assertThat(ids(found))
                .isNotEmpty()
                .isEqualTo(expected("state = 'MET_LATE'", BILLING, "ended_at desc, id desc"));
    }

    @Test
    void countsAreThoseOfTheLists() {
        var counts = rows.counts(NOW);

        var breached = expected("state = 'BREACHED'", BILLING, "id").size();
        assertThat(breached).isPositive();
        assertThat(counts.stream()
                        .filter(count -> "billing".equals(count.queue()))
                        .mapToInt(ClockCount::breached)
                        .sum())
                .isEqualTo(breached);
        assertThat(counts.stream().mapToInt(ClockCount::due).sum())
                .isEqualTo(expected(
                                "state in ('RUNNING', 'WARNED') and due_at < '2026-11-27T12:00:00Z'",
                                HeldBy.ANYBODY,
                                "id")
                        .size());
        assertThat(counts.stream().mapToInt(ClockCount::paused).sum())
                .isEqualTo(expected("state = 'PAUSED'", HeldBy.ANYBODY, "id").size());
    }

    @Test
    void whatWasTakenAwayIsLateOnlyIfItWas() {
        var late = UUID.randomUUID();
        var inTime = UUID.randomUUID();
        var waited = UUID.randomUUID();
        cancelled(late, "2026-11-20T10:00Z", null, "2026-11-20T11:00Z");
        cancelled(inTime, "2026-11-20T12:00Z", null, "2026-11-20T11:00Z");
        cancelled(waited, "2026-11-20T10:00Z", "2026-11-20T09:00Z", "2026-11-20T11:00Z");

        assertThat(ids(rows.late(late(new HeldBy("taken", null, false), Cursor.NEWEST, 25))))
                .containsExactly(late);
    }

    @Test
    void clocksOfAnOlderReleaseLearnWhoHasTheirCase() {
        DataSource older = Database.fresh();
        Schema.migrate(older, MigrationVersion.fromVersion("20261128.1120"));
        var then = JdbcClient.create(older);
        then.sql(
                        """
                        insert into casework.case_file (number, kind, customer, process_instance_id, state, priority, queue, owner, opened_at)
                        values ('T-1', 'ticket', gen_random_uuid(), 'p', 'OPEN', 'NORMAL', 'sales', 'ana', now())""")
                .update();
        then.sql(
                        """
                        insert into servicelevel.clock (id, case_number, metric, state, minutes, calendar, started_at, due_at,
                          version, warn_percent, warned, calendar_version, left_micros)
                        select gen_random_uuid(), number, 'resolution', 'RUNNING', 60, 'standard', now(), now(), 0, 80, false, 1, 0
                        from (values ('T-1'), ('T-gone')) cases (number)""")
                .update();

        Schema.migrate(older, MigrationVersion.LATEST);

        assertThat(then.sql("select case_number || ' ' || coalesce(queue || ' ' || owner, '') from servicelevel.clock")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("T-1 sales ana", "T-gone ");
    }

    private static void cancelled(UUID id, String due, @Nullable String paused, String ended) {
        jdbc.sql(
                        """
                        insert into servicelevel.clock (id, case_number, metric, state, minutes, calendar, started_at, due_at,
                          paused_at, ended_at, version, warn_percent, warned, calendar_version, left_micros, queue)
                        values (?, 'C-1', 'resolution', 'CANCELLED', 60, 'standard', '2026-11-01 00:00Z', ?::timestamptz,
                          ?::timestamptz, ?::timestamptz, 0, 80, false, 1, 0, 'taken')""")
                .params(Arrays.asList(id, due, paused, ended))
                .update();
    }

    private static ClockQuery query(Set<ClockState> states, HeldBy held, Cursor after, int limit) {
        return new ClockQuery(states, null, null, held, null, after, limit);
    }

    private static LateQuery late(HeldBy held, Cursor before, int limit) {
        return new LateQuery(NOW.minus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(30)), null, held, before, limit);
    }

    private static List<UUID> ids(List<ClockRows.Row> found) {
        return found.stream().map(ClockRows.Row::id).toList();
    }

    private static List<UUID> expected(String which, HeldBy held, String order) {
        return jdbc.sql("select id from servicelevel.clock where " + which
                        + (held.queue() == null ? "" : " and queue = '" + held.queue() + "'")
                        + (held.owner() == null ? "" : " and owner = '" + held.owner() + "'")
                        + (held.nobody() ? " and owner is null" : "")
                        + " order by " + order)
                .query(UUID.class)
                .list();
    }

    /** Each statement has a connection of its own, which tells what it has read when it closes. */
    private static long readWithoutIndex() {
        return jdbc.sql(
                        "select seq_tup_read from pg_stat_user_tables where schemaname = 'servicelevel' and relname = 'clock'")
                .query(Long.class)
                .single();
    }
}
