package app.novelo.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.platform.SandboxMode;
import app.novelo.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sandbox never turns into a real installation. */
class SandboxMarkTest {

    private final JdbcClient jdbc = JdbcClient.create(Database.fresh());

    @BeforeEach
    void createTable() {
        jdbc.sql("create schema platform").update();
        jdbc.sql("create table platform.mark (name text primary key)").update();
    }

    @Test
    void refusesToServeARealNumberWithTheDatabaseOfASandbox() {
        start(true);
        start(true);

        assertThatThrownBy(() -> start(false))
                .isInstanceOfSatisfying(StartRefused.class, refusal -> assertThat(refusal.action())
                        .contains("NOVELO_DATABASE_URL", "NOVELO_DATA_DIR"));
    }

    @Test
    void startsARealInstallationOnAnUnmarkedDatabase() {
        start(false);
        start(false);

        assertThat(jdbc.sql("select count(*) from platform.mark")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void start(boolean sandbox) {
        new SandboxMark(jdbc, new SandboxMode(sandbox)).afterPropertiesSet();
    }
}
