package app.novelo.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who lives, as far as the database can tell. */
class StoredNodesTest {

    private static final Path MIGRATION =
            Path.of("src/main/resources/db/migration/platform/V20261123_0041__platform_node.sql");

    private final JdbcClient jdbc = JdbcClient.create(Database.fresh());
    private final StoredNodes own = new StoredNodes(jdbc);
    private final StoredNodes other = new StoredNodes(jdbc);

    @BeforeEach
    void table() throws IOException {
        jdbc.sql("create schema platform").update();
        jdbc.sql(Files.readString(MIGRATION)).update();
    }

    @Test
    void isDeadWhoHasNotBeatenForAWhile() {
        other.beat();
        assertThat(own.dead()).isEmpty();

        pass("16 seconds");

        assertThat(own.dead()).containsExactly(other.own());
    }

    @Test
    void isDeadButNotForItself() {
        own.beat();

        pass("16 seconds");

        assertThat(own.dead()).isEmpty();
    }

    @Test
    void isNotDeadWhoHasNotBeatenYet() {
        assertThat(own.dead()).isEmpty();
    }

    @Test
    void isAliveAgainAfterABeat() {
        other.beat();
        pass("16 seconds");

        other.beat();

        assertThat(own.dead()).isEmpty();
    }

    @Test
    void isAnotherNodeAfterARestart() {
        own.beat();
        pass("16 seconds");

        var restarted = new StoredNodes(jdbc);
        restarted.beat();

        assertThat(restarted.dead()).containsExactly(own.own());
    }

    @Test
    void isForgottenAfterADay() {
        other.beat();
        pass("25 hours");

        own.beat();

        assertThat(own.dead()).isEmpty();
    }

    private void pass(String time) {
        jdbc.sql("update platform.node set seen_at = seen_at - ?::interval")
                .param(time)
                .update();
    }
}
