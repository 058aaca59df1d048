package app.novelo.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database that other tests run on. */
class DatabaseTest {

    @Test
    void givesEveryContextAnEmptyDatabaseOfItsOwn() {
        for (var round = 0; round < 2; round++) {
            new ApplicationContextRunner()
                    .withUserConfiguration(Application.class)
                    .run(context -> {
                        var environment = context.getBean(Environment.class);
                        assertThat(environment.getProperty("novelo.database.url"))
                                .startsWith("jdbc:postgresql://");
                        assertThat(environment.getProperty("novelo.database.user"))
                                .isEqualTo("novelo");
                    });
        }
        var one = JdbcClient.create((DataSource) Database.fresh());
        one.sql("create table only_here (id int)").update();
        var other = JdbcClient.create((DataSource) Database.fresh());
        assertThat(other.sql("select count(*) from pg_tables where schemaname = 'public'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void isQuick() {
        Database.fresh();
        var start = System.nanoTime();
        for (var round = 0; round < 5; round++) {
            Database.fresh();
        }
        var each = Duration.ofNanos(System.nanoTime() - start).dividedBy(5);
        System.out.println("another database: " + each.toMillis() + " ms");
        assertThat(each).isLessThan(Duration.ofSeconds(10)); // usually a tenth of one; a loaded machine is no failure
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Database.class)
    static class Application {}
}
