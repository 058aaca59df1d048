package app.novelo.platform.internal.database;

import app.novelo.platform.NoveloSettings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one {@code DataSource}: Flyway, JPA, Quartz and the engine take it, so each of them starts after PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, NoveloSettings.class})
class DatabaseConfiguration {

    /** Kept open when the application is idle; the rest of the pool opens under load and closes after ten minutes. */
    private static final int IDLE_CONNECTIONS = 5;

    /** Meta waits some 5 to 20 seconds for the answer of a webhook; "come again" must reach it before. */
    private static final long LONGEST_WAIT_MILLIS = 5_000;

    @Bean
    DatabaseServer databaseServer(DatabaseSettings settings, NoveloSettings novelo) {
        var external = settings.external();
        return external != null
                ? ExternalPostgres.reach(external)
                : EmbeddedPostgres.start(DataFolder.of(novelo.dataDir()), settings);
    }

    @Bean
    HikariDataSource dataSource(DatabaseServer server, DatabaseSettings settings) {
        var address = server.address();
        var pool = new HikariConfig();
        pool.setPoolName("novelo");
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setMinimumIdle(Math.min(IDLE_CONNECTIONS, settings.poolSize()));
        pool.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        pool.addDataSourceProperty("ApplicationName", "novelo");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("preparedStatementCacheQueries", "1024"); // the engine and we have more than 256
        pool.addDataSourceProperty("logServerErrorDetail", "false"); // row values: customers' words and numbers
        return new HikariDataSource(pool);
    }
}
