package app.novelo.casework.internal;

import app.novelo.casework.internal.IntegrityReports.Report;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks whether rows and processes fit together, and says where they do not. It mends nothing: what should be impossible is
 * for a person to understand first.
 */
@Component
class Integrity {

    private static final Logger LOG = LoggerFactory.getLogger(Integrity.class);

    /** Of each rule: who has more to mend begins with these. */
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final IntegrityReports reports;
    private final Kinds kinds;
    private final IntegritySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Integrity(
            JdbcClient jdbc,
            IntegrityReports reports,
            Kinds kinds,
            IntegritySettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.kinds = kinds;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param by who asks; null = the nightly job */
    Report check(@Nullable String by) {
        var found = look();
        if (!found.isEmpty() && waited()) {
            found.retainAll(look());
        }
        found.forEach(broken -> LOG.error("integrity: {} {} ({})", broken.what(), broken.subject(), broken.detail()));
        return reports.add(clock.instant(), by, found);
    }

    private boolean waited() {
        try {
            Thread.sleep(settings.grace().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the program ends: what was found is said all the same
            return false;
        }
        return true;
    }

    private Set<Broken> look() {
        var found = new LinkedHashSet<Broken>();
        transaction.executeWithoutResult(status -> {
            // Right after a great import statistics are stale: rows would be gone through one by one, for hours.
            jdbc.sql("set local enable_nestloop = off").update();
            Arrays.stream(IntegrityRule.values()).flatMap(this::look).forEach(found::add);
        });
        return found;
    }

    private Stream<Broken> look(IntegrityRule rule) {
        return jdbc
                .sql("select subject, detail from (" + rule.finds()
                        + ") found (subject, detail) order by subject limit :most")
                .param("kinds", kinds.names())
                .param("most", MOST)
                .query((row, n) -> new Broken(rule.id(), row.getString("subject"), row.getString("detail")))
                .list()
                .stream();
    }
}
