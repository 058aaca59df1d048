package app.novelo.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotationMetadata;

/**
 * {@code @Import(Database.class)} gives a test's application context a fresh, empty database, as the non-superuser who
 * owns it, on the one PostgreSQL of this JVM.
 *
 * <p>A registrar and not a bean: it runs before any bean exists, so every setting already sees the address.
 */
public final class Database implements ImportBeanDefinitionRegistrar {

    private static final String OWNER = "novelo";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ConfigurableEnvironment environment;

    Database(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        var database = fresh();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fresh test database",
                        Map.of(
                                "novelo.database.url",
                                database.getURL(),
                                "novelo.database.user",
                                OWNER,
                                "novelo.database.password",
                                OWNER,
                                "novelo.database.pool-size",
                                "10",
                                "spring.quartz.properties.org.quartz.scheduler.instanceName", // Quartz finds databases
                                // by it
                                database.getDatabaseName())));
    }

    /** Another empty database, for tests without Spring. */
    public static PGSimpleDataSource fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + " owner " + OWNER);
        return (PGSimpleDataSource) Server.RUNNING.getDatabase(OWNER, name, Map.of("password", OWNER));
    }

    /** PostgreSQL goes away for whoever uses this database: open connections break, new ones are refused. */
    public static void close(String jdbcUrl) {
        var name = name(jdbcUrl);
        execute("alter database " + name + " allow_connections false");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    /** And is back. */
    public static void open(String jdbcUrl) {
        execute("alter database " + name(jdbcUrl) + " allow_connections true");
    }

    private static String name(String jdbcUrl) {
        return URI.create(jdbcUrl.substring("jdbc:".length())).getPath().substring(1);
    }

    private static void execute(String command) {
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(command, e);
        }
    }

    /** Started by the first test that asks, stopped with the JVM; never flushes to disk. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            var folder = Path.of("target", "embedded-pg").toAbsolutePath();
            System.setProperty("ot.epg.working-dir", folder.toString()); // there it also removes what killed runs left
            try {
                var server = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve(UUID.randomUUID().toString()))
                        .setRegisterShutdownHook(false) // it would run while the applications still need the server
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("unix_socket_directories", "")
                        .setLocaleConfig("locale-provider", "builtin") // as the embedded PostgreSQL of Novelo itself
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .setOutputRedirector(Redirect.DISCARD)
                        .setErrorRedirector(Redirect.DISCARD)
                        .start();
                try (var connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create role %s login password '%s'".formatted(OWNER, OWNER));
                }
                SpringApplication.getShutdownHandlers().add(() -> stop(server)); // after every application
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
