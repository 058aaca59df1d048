package app.novelo.servicelevel.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Sql;
import app.novelo.servicelevel.ClockState;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers where each token stands, so that it is moved only when its place changes. */
@Component
class BoardRows {

    private final JdbcClient jdbc;

    BoardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Placed> find(String caseNumber) {
        return jdbc.sql(
                        "select process_instance_id, worst, next_change_at from servicelevel.board where case_number = ?")
                .param(caseNumber)
                .query((row, n) -> new Placed(
                        row.getString(1),
                        new Board(ClockState.valueOf(row.getString(2)), Sql.instant(row, "next_change_at"))))
                .optional();
    }

    void place(String caseNumber, String processInstanceId, Board board) {
        jdbc.sql(
                        """
                        insert into servicelevel.board (case_number, process_instance_id, worst, next_change_at)
                        values (?, ?, ?, ?) on conflict (case_number) do update set
                          process_instance_id = excluded.process_instance_id, worst = excluded.worst,
                          next_change_at = excluded.next_change_at""")
                .param(caseNumber)
                .param(processInstanceId)
                .param(board.worst().name())
                .param(time(board.nextChangeAt()))
                .update();
    }

    record Placed(String processInstanceId, Board board) {}
}
