package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseFile;
import app.novelo.casework.internal.EscalationRows.Escalation;
import app.novelo.engine.People.Person;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code casework.colleague_message}, and what did not come through in the case's timeline. */
@Component
class ColleagueMessages {

    private final JdbcClient jdbc;
    private final CaseEvents timeline;
    private final Clock clock;

    ColleagueMessages(JdbcClient jdbc, CaseEvents timeline, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.clock = clock;
    }

    boolean isTold(Escalation escalation, Person person) {
        return jdbc.sql(
                        """
                        select exists (select 1 from casework.colleague_message
                          where escalation = ? and level = ? and person = ?)""")
                .param(escalation.id())
                .param(escalation.level())
                .param(person.id())
                .query(Boolean.class)
                .single();
    }

    void told(Escalation escalation, Person person, String providerId) {
        jdbc.sql(
                        """
                        insert into casework.colleague_message (escalation, level, person, at, provider_id)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .param(escalation.id())
                .param(escalation.level())
                .param(person.id())
                .param(time(clock.instant()))
                .param(providerId)
                .update();
    }

    void notReached(CaseFile file, Person person, String why) {
        timeline.add(
                file.number(),
                CaseEvents.What.NOTED,
                Act.rule("notReachedByWhatsApp"),
                Map.of("person", person.id(), "reason", why));
    }
}
