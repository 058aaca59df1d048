package app.novelo.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that nobody reads before the transaction commits: gathered, and written together just before it does. Ten statements
 * become one; if the transaction is undone nothing was written.
 */
public final class AtCommit<T> {

    private final Consumer<List<T>> write;

    /** @param write called with all rows of one transaction, in the order in which they were added */
    public AtCommit(Consumer<List<T>> write) {
        this.write = write;
    }

    /** Writes now if there is no transaction, or if all that was gathered in it has been written. */
    public void add(T row) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()
                || !gathered().add(this, row)) {
            write.accept(List.of(row));
        }
    }

    /** Kept by the synchronisation itself, which Spring sets aside together with a transaction that is suspended. */
    private static Gathered gathered() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Gathered gathered) {
                return gathered;
            }
        }
        var gathered = new Gathered();
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }

    /**
     * One for all of a transaction: what is added while it writes is written after that. Spring would not call a
     * synchronisation that comes while it calls them.
     */
    private static final class Gathered implements TransactionSynchronization {

        private final Map<AtCommit<?>, List<Object>> rows = new LinkedHashMap<>();
        private boolean written;

        boolean add(AtCommit<?> owner, Object row) {
            if (!written) {
                rows.computeIfAbsent(owner, key -> new ArrayList<>()).add(row);
            }
            return !written;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            while (!rows.isEmpty()) {
                var owner = rows.keySet().iterator().next();
                owner.writeAll(Objects.requireNonNull(rows.remove(owner)));
            }
            written = true;
        }
    }

    @SuppressWarnings("unchecked") // the owner has added them
    private void writeAll(List<Object> rows) {
        write.accept((List<T>) List.copyOf(rows));
    }
}
