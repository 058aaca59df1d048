package app.novelo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is read once and anew after a change. */
class RememberedTest {

    private final List<Runnable> listeners = new ArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final Wakeups wakeups = new Wakeups() {
        @Override
        public void signal(String topic) {
            listeners.forEach(Runnable::run);
        }

        @Override
        public void listen(String topic, Runnable action) {
            listeners.add(action);
        }
    };

    @Test
    void readsOnce() {
        var remembered = new Remembered<>(wakeups, "lines", reads::incrementAndGet);

        assertThat(remembered.get()).isEqualTo(1);
        assertThat(remembered.get()).isEqualTo(1);
    }

    @Test
    void readsAnewAfterAChangeAndWhenItIsAsked() {
        var remembered = new Remembered<>(wakeups, "lines", reads::incrementAndGet);
        remembered.get();

        wakeups.signal("lines");

        assertThat(remembered.get()).isEqualTo(2);
        assertThat(remembered.anew()).isEqualTo(3);
        assertThat(remembered.get()).isEqualTo(3);
    }

    /** Whoever reads meanwhile may have read what was there before. */
    @Test
    void doesNotKeepWhatWasReadWhileItChanged() {
        var remembered = new Remembered<>(wakeups, "lines", () -> {
            int value = reads.incrementAndGet();
            if (value == 1) {
                wakeups.signal("lines");
            }
            return value;
        });

        assertThat(remembered.get()).isEqualTo(1);
        assertThat(remembered.get()).isEqualTo(2);
        assertThat(remembered.get()).isEqualTo(2);
    }
}
