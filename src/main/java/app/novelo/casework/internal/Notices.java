package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.CaseFile;
import app.novelo.casework.internal.Measures.Telling;
import app.novelo.casework.internal.Measures.Way;
import app.novelo.casework.internal.Measures.Who;
import app.novelo.engine.People;
import app.novelo.platform.Caller;
import app.novelo.platform.Events;
import app.novelo.platform.Sql;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code casework.notice}: what people are told in Tasklist. */
@Component
class Notices {

    /** Those above the managers; while nobody is in it, the managers are told. */
    static final String DIRECTORS = "directors";

    /** Heard by {@code to}, a person or a group, and by nobody else. */
    static final String CREATED = "notice.created";

    private final JdbcClient jdbc;
    private final People people;
    private final Events events;
    private final Clock clock;

    Notices(JdbcClient jdbc, People people, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    void tell(CaseFile file, EscalationRows.Escalation escalation, Measures measures) {
        audiences(file, measures, null).forEach(audience -> {
            write(file, escalation, audience);
            events.append(CREATED, Map.of("case", file.number(), "event", escalation.event(), "to", audience.name()));
        });
    }

    /** @return those who are to be told in this way; nobody twice */
    Set<People.Person> told(CaseFile file, Measures measures, Way way) {
        return audiences(file, measures, way).stream()
                .flatMap(this::persons)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @param way only those who are told in this way; null = all */
    private Set<Audience> audiences(CaseFile file, Measures measures, @Nullable Way way) {
        return measures.tell().stream()
                .filter(telling -> way == null || telling.way() == way)
                .map(telling -> audience(file, telling))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Audience audience(CaseFile file, Telling telling) {
        var owner = file.owner();
        if (telling.who() == Who.OWNER && owner != null) {
            return new Audience(owner, null);
        }
        return new Audience(
                null,
                switch (telling.who()) {
                    case OWNER, QUEUE -> file.queue();
                    case MANAGER -> Caller.MANAGERS;
                    case DIRECTOR -> people.members(DIRECTORS).isEmpty() ? Caller.MANAGERS : DIRECTORS;
                });
    }

    private Stream<People.Person> persons(Audience audience) {
        return audience.person == null
                ? people.members(String.valueOf(audience.group)).stream()
                : people.find(audience.person).stream();
    }

    private record Audience(@Nullable String person, @Nullable String group) {

        String name() {
            return String.valueOf(person == null ? group : person);
        }
    }

    private void write(CaseFile file, EscalationRows.Escalation escalation, Audience audience) {
        jdbc.sql(
                        """
                        insert into casework.notice (at, person, audience, case_number, event, metric, level)
                        values (:at, :person, :audience, :case, :event, :metric, :level)""")
                .param("at", time(clock.instant()))
                .param("person", audience.person, Types.VARCHAR)
                .param("audience", audience.group, Types.VARCHAR)
                .param("case", file.number())
                .param("event", escalation.event())
                .param("metric", escalation.metric(), Types.VARCHAR)
                .param("level", escalation.level())
                .update();
    }

    /** @return what he has not read, of cases that are still open, the newest first */
    List<Notice> unread(Caller caller, int limit) {
        return jdbc.sql(
                        """
                        select n.id, n.at, n.case_number, f.conversation::text as conversation, n.event, n.metric, n.level,
                          f.customer
                        from casework.notice n join casework.case_file f on f.number = n.case_number
                        where (n.person = :caller or n.audience in (:groups)) and f.closed_at is null
                          and f.state <> 'RESOLVED'
                          and not exists (select 1 from casework.notice_read r where r.notice = n.id and r.person = :caller)
                        order by n.at desc, n.id desc limit :limit""")
                .param("caller", caller.id())
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("limit", limit)
                .query((row, n) -> new Notice(
                        row.getLong("id"),
                        Sql.instant(row, "at"),
                        row.getString("case_number"),
                        row.getString("conversation"),
                        row.getString("event"),
                        row.getString("metric"),
                        row.getInt("level"),
                        row.getObject("customer", UUID.class)))
                .list();
    }

    /** @return false if there is no such notice for him */
    boolean read(Caller caller, long notice) {
        return jdbc.sql(
                                """
                                insert into casework.notice_read (notice, person)
                                select id, :caller from casework.notice
                                where id = :notice and (person = :caller or audience in (:groups))
                                on conflict (notice, person) do update set person = excluded.person""")
                        .param("caller", caller.id())
                        .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                        .param("notice", notice)
                        .update()
                == 1;
    }

    /** All that he is told up to and including this one. */
    void readUpTo(Caller caller, long notice) {
        jdbc.sql(
                        """
                        insert into casework.notice_read (notice, person)
                        select id, :caller from casework.notice
                        where id <= :notice and (person = :caller or audience in (:groups))
                        on conflict do nothing""")
                .param("caller", caller.id())
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("notice", notice)
                .update();
    }

    /** As the API shows it. */
    record Notice(
            long id,
            Instant at,
            @JsonProperty("case") String number,
            @Nullable String conversation,
            String event,
            @Nullable String metric,
            int level,
            @JsonIgnore UUID customer) {}
}
