package app.novelo.platform.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.support.Database;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which PostgreSQL the application gets, and when it is stopped. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseConfigurationTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(DatabaseConfiguration.class);

    @TempDir(factory = TemporaryDataFolder.class)
    static Path root;

    @Test
    void runsItsOwnServerWithoutAUrl() {
        application
                .withPropertyValues("novelo.data-dir=" + root, "novelo.database.url=", "novelo.database.pool-size=7")
                .run(context -> {
                    var pool = context.getBean(HikariDataSource.class);
                    assertThat(pool.getMaximumPoolSize()).isEqualTo(7);
                    assertThat(user(pool)).isEqualTo("novelo");
                    assertThat(pidFile()).exists();
                });
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void stopsTheServerAfterEverybodyWhoUsesIt() {
        application
                .withPropertyValues("novelo.data-dir=" + root)
                .withUserConfiguration(LastWords.class)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(LastWords.USERS).containsExactly("novelo");
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void stopsTheServerWhenTheApplicationFailsLater() {
        application
                .withPropertyValues("novelo.data-dir=" + root)
                .withUserConfiguration(FailsLater.class)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("fails later, as novelo"));
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void neverRunsItsOwnServerWhenAUrlIsSet() {
        application.withPropertyValues(external("novelo")).run(context -> {
            assertThat(user(context.getBean(DataSource.class))).isEqualTo("novelo");
            assertThat(pidFile()).doesNotExist();
        });
    }

    @Test
    void saysInShortWhyAnExternalServerCannotBeUsed() {
        for (var unusable : List.of(
                "jdbc:postgresql://127.0.0.1:1/novelo?password=s3cret",
                "jdbc:postgresql://novelo:s3cret@127.0.0.1:1/novelo",
                "postgres://novelo:s3cret@127.0.0.1:1/novelo",
                "jdbc:mysql://127.0.0.1:1/novelo?password=s3cret")) {
            application
                    .withPropertyValues("novelo.data-dir=" + root, "novelo.database.url=" + unusable)
                    .withPropertyValues("novelo.database.user=novelo", "novelo.database.password=s3cret")
                    .run(context -> assertRefusal(context.getStartupFailure(), "127.0.0.1:1/novelo cannot be used."));
        }
    }

    @Test
    void saysThatAPasswordIsWrongWithoutRepeatingIt() {
        application
                .withPropertyValues(external("s3cret"))
                .withPropertyValues("novelo.database.user=nobody")
                .run(context -> assertRefusal(context.getStartupFailure(), "\"nobody\""));
    }

    @Test
    void printsWhatIsWrongAndWhatToDoInsteadOfAStackTrace(CapturedOutput output) {
        var application = new SpringApplicationBuilder(DatabaseConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off");

        assertThatThrownBy(() -> application.run(
                        "--novelo.database.url=jdbc:postgresql://127.0.0.1:1/novelo",
                        "--novelo.database.password=s3cret"))
                .isInstanceOf(BeanCreationException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "127.0.0.1:1/novelo cannot be used.", "Action:")
                .doesNotContain("s3cret", "\tat ");
    }

    @Test
    void keepsRowValuesOutOfExceptionsBecauseTheyAreLogged() {
        application.withPropertyValues(external("novelo")).run(context -> {
            var database = JdbcClient.create(context.getBean(DataSource.class));
            database.sql("create table contact (phone text primary key)").update();
            var insert = database.sql("insert into contact values ('5511987654321')");
            insert.update();
            assertThatThrownBy(insert::update)
                    .rootCause()
                    .hasMessageContaining("contact_pkey")
                    .hasMessageNotContaining("5511987654321");
        });
    }

    @Test
    void refusesAPoolThatIsTooSmallToWork() {
        application
                .withPropertyValues("novelo.data-dir=" + root, "novelo.database.pool-size=1")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("at least 2"));
    }

    private static void assertRefusal(Throwable failure, String description) {
        var analysis = new DatabaseFailureAnalyzer().analyze(failure);
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription())
                .contains(description)
                .doesNotContain("s3cret")
                .hasSizeLessThan(300);
        assertThat(analysis.getAction()).contains("NOVELO_DATABASE_URL");
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.getMessage()).doesNotContain("s3cret"); // Spring logs the messages of all causes
        }
    }

    private String[] external(String password) {
        return new String[] {
            "novelo.data-dir=" + root,
            "novelo.database.url=" + Database.fresh().getURL(),
            "novelo.database.user=novelo",
            "novelo.database.password=" + password
        };
    }

    private Path pidFile() {
        return root.resolve("postgresql/data/postmaster.pid");
    }

    private static String user(DataSource pool) {
        return JdbcClient.create(pool).sql("select user").query(String.class).single();
    }

    @Configuration(proxyBeanMethods = false)
    static class LastWords {

        static final List<String> USERS = new ArrayList<>();

        @Bean
        AutoCloseable worker(DataSource pool) {
            return () -> USERS.add(user(pool));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FailsLater {

        @Bean
        Object worker(DataSource pool) {
            throw new IllegalStateException("fails later, as " + user(pool));
        }
    }
}
