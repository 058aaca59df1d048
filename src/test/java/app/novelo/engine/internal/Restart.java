package app.novelo.engine.internal;

import app.novelo.support.Database;
import app.novelo.support.EngineAlone;
import app.novelo.support.Staff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** One database, and application after application on it. */
final class Restart {

    private final PGSimpleDataSource database = Database.fresh();
    private final Path data;

    Restart(Path data) {
        this.data = data;
    }

    ConfigurableApplicationContext start(String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=false",
                "--camunda.bpm.webapp.enabled=false", // their end would end those of every other test: they are static
                "--novelo.data-dir=" + data,
                "--novelo.database.url=" + database.getURL(),
                "--novelo.database.user=novelo",
                "--novelo.database.password=novelo"));
        for (var setting : settings) {
            arguments.add("--" + setting);
        }
        return new SpringApplication(EngineAlone.class, Staff.class).run(arguments.toArray(String[]::new));
    }
}
