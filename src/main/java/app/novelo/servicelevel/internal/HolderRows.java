package app.novelo.servicelevel.internal;

import app.novelo.servicelevel.ClockHolders.Holder;
import app.novelo.servicelevel.ClockHolding;
import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Columns of {@code servicelevel.clock} that the entity writes only once. */
@Component
class HolderRows implements ClockHolding {

    private final JdbcClient jdbc;

    HolderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void held(String caseNumber, Holder holder) {
        jdbc.sql(
                        """
                        update servicelevel.clock set queue = :queue, owner = :owner
                        where case_number = :case and ended_at is null
                          and (queue, owner) is distinct from (:queue::text, :owner::text)""")
                .param("case", caseNumber)
                .param("queue", holder.queue())
                .param("owner", holder.owner(), Types.VARCHAR)
                .update();
    }
}
