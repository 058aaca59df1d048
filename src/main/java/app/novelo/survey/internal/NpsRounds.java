package app.novelo.survey.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.Cases;
import app.novelo.customer.Customers;
import app.novelo.platform.BadRequest;
import app.novelo.platform.NotFound;
import app.novelo.platform.Sql;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks many customers whether they would recommend the company: who is asked is written down at once, and asked in portions. */
@Component
class NpsRounds {

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Cases cases;
    private final SurveySettings settings;
    private final Clock clock;

    NpsRounds(JdbcClient jdbc, Customers customers, Cases cases, SurveySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Whom to ask: exactly one of the three.
     *
     * @param customers ids
     * @param segment all of that segment
     * @param servedDays customers of whose cases one was closed within so many days
     * @param limit at most so many; null = as the settings say
     */
    record Audience(
            @Nullable List<UUID> customers,
            @Nullable String segment,
            @Nullable Integer servedDays,
            @Nullable Integer limit) {

        String name() {
            return customers != null ? "customers" : segment != null ? "segment" : "served";
        }
    }

    /** @return those that customers are asked with together */
    @Transactional
    public UUID begin(Audience audience, @Nullable String by) {
        int named = (audience.customers == null ? 0 : 1)
                + (audience.segment == null ? 0 : 1)
                + (audience.servedDays == null ? 0 : 1);
        if (named != 1) {
            throw new BadRequest("audience", "exactly one of customers, segment and servedDays");
        }
        var wanted = wanted(audience, limit(audience));
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into survey.round (id, wanted_by, audience, wanted_at, done_at)
                        values (:id, :by, :audience, :at, case when :nobody then :at::timestamptz end)""")
                .param("nobody", wanted.isEmpty())
                .param("id", id)
                .param("by", by, Types.VARCHAR)
                .param("audience", audience.name())
                .param("at", time(clock.instant()))
                .update();
        jdbc.sql("insert into survey.round_customer (round, customer) select ?, unnest(?::uuid[])")
                .param(id)
                .param(wanted.stream().map(UUID::toString).toArray(String[]::new))
                .update();
        return id;
    }

    private int limit(Audience audience) {
        var limit = audience.limit;
        if (limit != null && (limit < 1 || limit > settings.npsMost())) {
            throw new BadRequest("limit", "from 1 to " + settings.npsMost());
        }
        return limit == null ? settings.npsMost() : limit;
    }

    private List<UUID> wanted(Audience audience, int limit) {
        if (audience.customers != null) {
            return known(audience.customers, limit);
        }
        if (audience.segment != null) {
            return customers.ofSegment(audience.segment.strip(), limit);
        }
        int days = audience.servedDays == null ? 0 : audience.servedDays;
        if (days < 1 || days > 3650) {
            throw new BadRequest("servedDays", "from 1 to 3650");
        }
        return cases.customersServedSince(clock.instant().minus(Duration.ofDays(days)), limit);
    }

    /** By the ids under which they go on. */
    private List<UUID> known(List<UUID> ids, int limit) {
        if (ids.isEmpty() || ids.size() > limit) {
            throw new BadRequest("customers", "from 1 to " + limit);
        }
        if (ids.contains(null)) {
            throw new BadRequest("customers", "one of them is no id");
        }
        var found = customers.find(new HashSet<>(ids));
        if (!found.keySet().containsAll(ids)) {
            throw new BadRequest("customers", "one of them is no customer");
        }
        var known = new LinkedHashSet<UUID>();
        ids.forEach(
                id -> known.add(Optional.ofNullable(found.get(id)).orElseThrow().id()));
        return List.copyOf(known);
    }

    /** Somebody who is still to be looked at. */
    record Next(UUID round, UUID customer) {}

    List<Next> next(int most) {
        return jdbc.sql(
                        """
                        select r.id, c.customer from survey.round r
                        join survey.round_customer c on c.round = r.id and not c.done
                        where r.done_at is null order by r.wanted_at, c.customer limit ?""")
                .param(most)
                .query((row, n) -> new Next(row.getObject("id", UUID.class), row.getObject("customer", UUID.class)))
                .list();
    }

    /** @return false if another node has done it */
    boolean take(Next next) {
        return jdbc.sql("update survey.round_customer set done = true where round = ? and customer = ? and not done")
                        .param(next.round)
                        .param(next.customer)
                        .update()
                > 0;
    }

    void excluded(Next next, String reason) {
        jdbc.sql("update survey.round_customer set reason = ? where round = ? and customer = ?")
                .param(reason)
                .param(next.round)
                .param(next.customer)
                .update();
    }

    void end() {
        jdbc.sql(
                        """
                        update survey.round r set done_at = ? where done_at is null
                          and not exists (select 1 from survey.round_customer c where c.round = r.id and not c.done)""")
                .param(time(clock.instant()))
                .update();
    }

    Round find(UUID id) {
        var excluded = excluded(id);
        return jdbc.sql(
                        """
                        select r.*, (select count(*) from survey.round_customer c where c.round = r.id) as wanted,
                          (select count(*) from survey.round_customer c where c.round = r.id and c.done and c.reason is null) as begun,
                          (select count(*) from survey.survey s where s.round = r.id and s.asked_at is not null) as asked,
                          (select count(*) from survey.survey s where s.round = r.id and s.score is not null) as answered
                        from survey.round r where r.id = ?""")
                .param(id)
                .query((row, n) -> new Round(
                        id,
                        row.getString("audience"),
                        row.getString("wanted_by"),
                        Sql.instant(row, "wanted_at"),
                        Sql.instantOrNull(row, "done_at"),
                        row.getLong("wanted"),
                        row.getLong("begun"),
                        row.getLong("asked"),
                        row.getLong("answered"),
                        excluded))
                .optional()
                .orElseThrow(() -> new NotFound("round of surveys"));
    }

    /** Before their survey began, and when its moment had come. */
    private Map<String, Long> excluded(UUID id) {
        var reasons = new TreeMap<String, Long>();
        jdbc.sql(
                        """
                        select reason, count(*) as customers from (
                          select c.reason from survey.round_customer c where c.round = :id and c.reason is not null
                          union all
                          select s.reason from survey.survey s where s.round = :id and s.state = 'NOT_ASKED'
                            and not exists (select 1 from survey.round_customer c
                              where c.round = :id and c.customer = s.customer and c.reason is not null)) r
                        group by reason""")
                .param("id", id)
                .query((row, n) -> reasons.put(row.getString("reason"), row.getLong("customers")))
                .list();
        return reasons;
    }

    /**
     * Where a round stands.
     *
     * @param wanted customers of its audience
     * @param begun surveys that have begun, which wait for opening hours or have gone out
     * @param excluded how many were not asked, by reason
     * @param doneAt when everybody had been looked at
     */
    record Round(
            UUID id,
            String audience,
            @Nullable String wantedBy,
            Instant wantedAt,
            @Nullable Instant doneAt,
            long wanted,
            long begun,
            long asked,
            long answered,
            Map<String, Long> excluded) {}
}
