package app.novelo.desk.internal;

import app.novelo.desk.CalendarUse;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class QueuesUseCalendars implements CalendarUse {

    private final JdbcClient jdbc;

    QueuesUseCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> usersOf(String calendar) {
        return jdbc.sql("select 'queue ' || id from desk.queue where calendar = ? order by id")
                .param(calendar)
                .query(String.class)
                .list();
    }
}
