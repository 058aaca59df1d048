package app.novelo.exchange.internal;

import static app.novelo.platform.Sql.time;
import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import app.novelo.media.MediaStore;
import app.novelo.support.Agent;
import app.novelo.support.Multipart;
import app.novelo.support.RunningNovelo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartz.JobExecutionContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people wrote and how they are called does not lie about for ever. */
@RunningNovelo
class ImportRetentionTest {

    private static final String IMPORTS = "/api/v1/imports/";
    private static final Duration LITTLE = Duration.ofMinutes(1);

    @Autowired
    Agent agent;

    @Autowired
    ImportDesk desk;

    @Autowired
    MediaStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void forgetsWhatNobodyStartsAfterAWeek() {
        var old = looked();
        var young = looked();
        set("created_at", old, ImportRetention.UNSTARTED.plus(LITTLE));
        set("created_at", young, ImportRetention.UNSTARTED.minus(LITTLE));

        sweep();

        assertThat(isThere(old)).isFalse();
        assertThat(store.find(UUID.fromString(old))).isEmpty();
        assertThat(isThere(young)).isTrue();
        assertThat(store.find(UUID.fromString(young))).isPresent();
    }

    @Test
    void forgetsWhatHasEndedAfterAMonthWithItsBadRows() {
        var old = ended();
        var young = ended();
        set("ended_at", old, ImportRetention.ENDED.plus(LITTLE));
        set("ended_at", young, ImportRetention.ENDED.minus(LITTLE));
        set("created_at", young, ImportRetention.ENDED.plus(LITTLE));

        sweep();

        assertThat(isThere(old)).isFalse();
        assertThat(badRows(old)).isZero();
        assertThat(isThere(young)).isTrue();
        assertThat(badRows(young)).isEqualTo(1);
        assertThat(store.find(UUID.fromString(young)))
                .as("its file is not needed any more")
                .isEmpty();
    }

    private void sweep() {
        new ImportRetention.Run(jdbc, desk, clock).execute(mock(JobExecutionContext.class));
    }

    private String looked() {
        var list = "telefone\nsem telefone\n".getBytes(StandardCharsets.UTF_8);
        var id = agent.uploads("marta", IMPORTS + "customers", Multipart.of("a.csv", "text/csv", list))
                .body()
                .path("id")
                .asText();
        isIn("READY", id);
        return id;
    }

    private String ended() {
        var id = looked();
        agent.post("marta", IMPORTS + id + "/start", Map.of());
        isIn("DONE", id);
        eventually(() -> store.find(UUID.fromString(id)).isEmpty());
        return id;
    }

    private void isIn(String state, String id) {
        eventually(() ->
                agent.get("marta", IMPORTS + id).body().path("state").asText().equals(state));
    }

    private boolean isThere(String id) {
        return agent.get("marta", IMPORTS + id).status() == 200;
    }

    private void set(String column, String id, Duration ago) {
        jdbc.sql("update exchange.import set " + column + " = ? where id = ?::uuid")
                .param(time(clock.instant().minus(ago)))
                .param(id)
                .update();
    }

    private int badRows(String id) {
        return jdbc.sql("select count(*) from exchange.bad_row where import = ?::uuid")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
