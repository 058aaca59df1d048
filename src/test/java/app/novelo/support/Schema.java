package app.novelo.support;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Our tables in a fresh database, without the program and without the engine's. */
public final class Schema {

    private Schema() {}

    public static DataSource fresh() {
        var database = Database.fresh();
        migrate(database, MigrationVersion.LATEST);
        return database;
    }

    /** @param version the last that is applied */
    public static void migrate(DataSource database, MigrationVersion version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .schemas("platform")
                .defaultSchema("platform")
                .target(version)
                .load()
                .migrate();
    }
}
