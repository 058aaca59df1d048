package app.novelo.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that nobody reads before the transaction commits: gathered, and written together just before it does. Ten statements
 * become one; if the transaction is undone nothing was written.
 */
public final class AtCommit<T> {

    private final Consumer<List<T>> write;
    private final int order;

    /** @param write called with all rows of one transaction, in the order in which they were added */
    public AtCommit(Consumer<List<T>> write) {
        this(write, Ordered.LOWEST_PRECEDENCE);
    }

    private AtCommit(Consumer<List<T>> write, int order) {
        this.write = write;
        this.order = order;
    }

    /** For what acts instead of only writing: before the others, so that what it adds to them is written with the rest. */
    public static <T> AtCommit<T> early(Consumer<List<T>> act) {
        return new AtCommit<>(act, Ordered.LOWEST_PRECEDENCE - 1);
    }

    /** Writes now if there is no transaction, or if it is already about to commit. */
    public void add(T row) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            write.accept(List.of(row));
        } else {
            gathered().add(row);
        }
    }

    /** Kept by the synchronisation itself, which Spring sets aside together with a transaction that is suspended. */
    private Gathered<T> gathered() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Gathered<?> gathered && gathered.owner == this) {
                @SuppressWarnings("unchecked") // the owner made it
                var ours = (Gathered<T>) gathered;
                return ours;
            }
        }
        var gathered = new Gathered<>(this);
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }

    private static final class Gathered<T> implements TransactionSynchronization {

        private final AtCommit<T> owner;
        private final List<T> rows = new ArrayList<>();
        private boolean written;

        Gathered(AtCommit<T> owner) {
            this.owner = owner;
        }

        void add(T row) {
            if (written) {
                owner.write.accept(List.of(row));
            } else {
                rows.add(row);
            }
        }

        @Override
        public int getOrder() {
            return owner.order;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            owner.write.accept(List.copyOf(rows));
        }
    }
}
