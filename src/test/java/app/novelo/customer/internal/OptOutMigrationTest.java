package app.novelo.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.customer.Consent;
import app.novelo.customer.Purpose;
import app.novelo.support.Database;
import app.novelo.support.Schema;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation of before: what WhatsApp's refusals had told is not forgotten. */
class OptOutMigrationTest {

    private static final Instant AT = Instant.parse("2026-11-26T20:00:00Z");

    @Test
    void keepsWhoWantedNoAdvertising() {
        var database = Database.fresh();
        Schema.migrate(database, MigrationVersion.fromVersion("20261127.0900"));
        var jdbc = JdbcClient.create(database);
        var customer = new CustomerRows(jdbc).create("Ana", AT);
        var line = UUID.randomUUID();
        jdbc.sql(
                        "insert into conversation.opt_out (customer, line, purpose, at) values (?, ?, 'marketing', ?::timestamptz)")
                .param(customer)
                .param(line)
                .param(AT.toString())
                .update();

        Schema.migrate(database, MigrationVersion.LATEST);

        assertThat(new ConsentRows(jdbc).counting(customer, Purpose.MARKETING))
                .map(ConsentRows.Entry::consent)
                .contains(new Consent(
                        Purpose.MARKETING, Consent.State.WITHDRAWN, Consent.Source.CHANNEL, null, AT, line, null));
    }
}
