package app.novelo.engine.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys the shipped models at start, file by file, and never over a model that a person deployed: only where the live
 * newest version of a key was itself shipped, by this release or an older one, and reads otherwise.
 */
@Component
class ShippedModelDeployer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModelDeployer.class);
    static final String SOURCE = "novelo/";

    /** Before the loops that start processes. */
    private static final int PHASE = 0;

    private final ShippedModels shipped;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Release release;
    private volatile boolean done;

    ShippedModelDeployer(
            ShippedModels shipped,
            RepositoryService repository,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${novelo.release:0.1.0}") String release) {
        this.shipped = shipped;
        this.repository = repository;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.release = Release.of(release);
    }

    @Override
    public void start() {
        transaction.executeWithoutResult(status -> {
            oneNodeAtATime();
            shipped.all().forEach(this::deployIfOurs);
        });
        done = true;
    }

    private void oneNodeAtATime() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('shipped-models', 0))")
                .query(Integer.class)
                .single();
    }

    private void deployIfOurs(ModelFile file) {
        var live = live(file);
        if (live.isPresent() && live.get().holds(file)) {
            return;
        }
        if (live.isPresent() && !live.get().mayBeReplacedBy(release)) {
            LOG.info("{} differs from the shipped version and stays as it was deployed", file.name());
            return;
        }
        repository
                .createDeployment()
                .name(file.name())
                .source(SOURCE + release)
                .addInputStream(file.name(), new ByteArrayInputStream(file.content()))
                .deploy();
        LOG.info("{} is deployed", file.name());
    }

    private Optional<Live> live(ModelFile file) {
        var sql =
                "select d.deployment_id_, d.resource_name_, r.source_ from %s d join act_re_deployment r on r.id_ = d.deployment_id_ where d.key_ = ? order by d.version_ desc limit 1"
                        .formatted(file.kind().table);
        return jdbc.sql(sql)
                .param(file.key())
                .query((row, n) -> new Live(content(row.getString(1), row.getString(2)), row.getString(3)))
                .optional();
    }

    private byte[] content(String deployment, String name) {
        try (var stream = repository.getResourceAsStream(deployment, name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest deployed version of a key. */
    private record Live(byte[] content, @org.jspecify.annotations.Nullable String source) {

        boolean holds(ModelFile file) {
            return Arrays.equals(content, file.content());
        }

        boolean mayBeReplacedBy(Release release) {
            return source != null
                    && source.startsWith(SOURCE)
                    && Release.of(source.substring(SOURCE.length())).compareTo(release) <= 0;
        }
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
