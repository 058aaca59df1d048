package app.novelo.channel.internal;

import app.novelo.channel.Lines;
import app.novelo.channel.NotYet;
import app.novelo.channel.PastHandler;
import app.novelo.channel.Splitter;
import app.novelo.platform.HeldUp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands over what was before, piece by piece, each in a transaction of its own. One that fails five times is set aside, as is
 * one that waits for a day for something that does not come.
 */
@Component
class PastPieces {

    private static final Logger LOG = LoggerFactory.getLogger(PastPieces.class);
    private static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Lines lines;
    private final List<Splitter> splitters;
    private final PastHandler handler;
    private final PastProgress progress;
    private final SetAsideStore setAside;

    PastPieces(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Lines lines,
            List<Splitter> splitters,
            PastHandler handler,
            PastProgress progress,
            SetAsideStore setAside) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.lines = lines;
        this.splitters = splitters;
        this.handler = handler;
        this.progress = progress;
        this.setAside = setAside;
    }

    /** @return true if there may be more */
    boolean storeOne() {
        var current = new Current();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> store(current)));
        } catch (RuntimeException e) {
            var piece = current.piece;
            if (piece == null) {
                throw e;
            }
            transaction.executeWithoutResult(status -> later(piece, e));
            return true;
        }
    }

    private boolean store(Current current) {
        var next = next();
        next.ifPresent(piece -> {
            current.piece = piece;
            store(piece);
            forget(piece);
        });
        return next.isPresent();
    }

    private Optional<Piece> next() {
        return jdbc.sql(
                        """
                        select id, line, delivery, payload, attempts, since < now() - interval '1 day' from channel.past
                        where not_before <= now() order by not_before, id limit 1 for update skip locked""")
                .query((row, n) -> new Piece(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getBoolean(6)))
                .optional();
    }

    private void store(Piece piece) {
        var line = lines.find(piece.line).orElseThrow(() -> new IllegalStateException("the line is gone"));
        var splitter = splitters.stream()
                .filter(candidate -> candidate.reads(line.channel()))
                .findFirst()
                .orElseThrow();
        var past = splitter.past(line, piece.payload);
        handler.store(past);
        progress.reached(past);
    }

    private void forget(Piece piece) {
        jdbc.sql("delete from channel.past where id = ?").param(piece.id).update();
    }

    private void later(Piece piece, RuntimeException e) {
        boolean passes = e instanceof NotYet || HeldUp.isIn(e);
        if (passes) {
            LOG.debug("piece {} of the past waits: {}", piece.id, e.getMessage());
        } else {
            LOG.warn("piece {} of the past could not be stored, attempt {}", piece.id, piece.attempts + 1, e);
        }
        if (passes ? piece.old : piece.attempts + 1 >= ATTEMPTS) {
            setAside.add(piece.delivery, null, piece.line, piece.payload, LaneFailures.reason(e));
            forget(piece);
        } else {
            backOff(piece);
        }
    }

    /** 1, 2, 4 … seconds, at most about a quarter of an hour. */
    private void backOff(Piece piece) {
        jdbc.sql(
                        """
                        update channel.past set attempts = attempts + 1, not_before = now() + interval '1 second' * pow(2, least(attempts, 10))
                        where id = ?""")
                .param(piece.id)
                .update();
    }

    /** @param old it has waited for a day */
    private record Piece(long id, UUID line, long delivery, String payload, int attempts, boolean old) {}

    /** Which piece is being stored, for whoever catches its failure. */
    private static final class Current {
        private @Nullable Piece piece;
    }
}
