package app.novelo.lead.internal;

import app.novelo.lead.internal.ProposalRows.Stored;
import app.novelo.media.MediaStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what proposals say, so that they are found by it. A file may be made to keep its reader busy: it has its time. */
@Component
class ProposalReading {

    private static final Logger LOG = LoggerFactory.getLogger(ProposalReading.class);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ProposalRows rows;
    private final ProposalText text;
    private final ProposalFiles files;
    private final MediaStore store;
    private final Clock clock;

    ProposalReading(ProposalRows rows, ProposalText text, ProposalFiles files, MediaStore store, Clock clock) {
        this.rows = rows;
        this.text = text;
        this.files = files;
        this.store = store;
        this.clock = clock;
    }

    /** @return whether there may be another one */
    boolean readOne() {
        var now = clock.instant();
        rows.lost(now).forEach(files::forget);
        var next = rows.toRead(now);
        next.ifPresent(file -> rows.read(file.id(), words(file)));
        return next.isPresent();
    }

    private @Nullable String words(Stored file) {
        var path = store.find(file.id()).orElse(null);
        if (path == null) {
            return null;
        }
        var reading = new FutureTask<>(() -> text.of(path, file.type()));
        var reader = new Thread(reading, "novelo-proposal-text");
        reader.setDaemon(true);
        reader.start();
        try {
            return reading.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS).orElse(null);
        } catch (TimeoutException e) {
            reader.interrupt();
            LOG.warn("proposal {} is not read: it takes more than {}", file.id(), LONGEST);
        } catch (ExecutionException e) {
            LOG.info("proposal {} cannot be read: {}", file.id(), String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
