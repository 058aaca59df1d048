package app.novelo.exchange.internal;

import app.novelo.media.MediaStore;
import app.novelo.platform.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at what has come in and takes it in, portion by portion: what a portion does and how far it has come is one
 * transaction, so that a kill in the middle goes on where it was and does nothing twice.
 */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int ATTEMPTS = 5;

    private final ImportRows rows;
    private final List<Importer> importers;
    private final MediaStore store;
    private final TransactionTemplate transaction;
    private final Events events;

    ImportWork(
            ImportRows rows,
            List<Importer> importers,
            MediaStore store,
            PlatformTransactionManager transactions,
            Events events) {
        this.rows = rows;
        this.importers = importers;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    /** @return true if there may be more */
    boolean workOne() {
        var current = new Current();
        try {
            boolean worked = Boolean.TRUE.equals(transaction.execute(status -> work(current)));
            if (current.done && current.row != null) {
                store.delete(current.row.id());
            }
            return worked;
        } catch (RuntimeException e) {
            var row = current.row;
            if (row == null) {
                throw e;
            }
            transaction.executeWithoutResult(status -> failed(row, e));
            return true;
        }
    }

    private boolean work(Current current) {
        var next = rows.next();
        next.ifPresent(row -> {
            current.row = row;
            try {
                current.done = work(row, file(row.id()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return next.isPresent();
    }

    private Path file(UUID id) {
        return store.find(id).orElseThrow(() -> new FileRefused("gone", "its file is no longer there"));
    }

    private boolean work(ImportRow row, Path file) throws IOException {
        var importer = of(row.kind());
        if (row.state() == ImportState.READING) {
            rows.ready(row.id(), importer.look(row, file));
            tell("import.ready", row.id());
            return false;
        }
        var portion = importer.run(row, file);
        rows.advance(row.id(), portion.position(), portion.report());
        if (portion.done()) {
            rows.end(row.id(), ImportState.DONE, null, null);
            tell("import.ended", row.id());
        }
        return portion.done();
    }

    Importer of(ImportKind kind) {
        return importers.stream()
                .filter(importer -> importer.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void failed(ImportRow row, RuntimeException e) {
        if (e instanceof FileRefused refused) {
            var state = row.state() == ImportState.READING ? ImportState.REFUSED : ImportState.FAILED;
            rows.end(row.id(), state, refused.problem(), refused.getMessage());
            tell("import.ended", row.id());
            return;
        }
        LOG.warn("import {} failed behind record {}, attempt {}", row.id(), row.position(), row.attempts() + 1, e);
        if (row.attempts() + 1 < ATTEMPTS) {
            rows.later(row.id());
        } else {
            rows.end(
                    row.id(),
                    ImportState.FAILED,
                    "failed",
                    "it failed several times: " + e.getClass().getSimpleName());
            tell("import.ended", row.id());
        }
    }

    private void tell(String type, UUID id) {
        events.append(type, Map.of("import", id.toString()));
    }

    /** What is being worked at, for whoever catches its failure. */
    private static final class Current {
        private @Nullable ImportRow row;
        private boolean done;
    }
}
