package app.novelo.channel.cost;

import app.novelo.support.Database;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database with the tables of customers, channel and conversations, and nothing else. */
public final class CostTables {

    private CostTables() {}

    public static DataSource fresh() {
        var database = Database.fresh();
        Flyway.configure()
                .dataSource(database)
                .schemas("platform")
                .locations(
                        "classpath:db/migration/customer",
                        "classpath:db/migration/channel",
                        "classpath:db/migration/conversation")
                .load()
                .migrate();
        return database;
    }
}
