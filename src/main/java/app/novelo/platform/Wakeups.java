package app.novelo.platform;

/**
 * Wakes whoever waits for work, in this process at once and on the other nodes through {@code NOTIFY}. A wake-up is a hint:
 * it may be lost or come twice, so every listener also polls.
 */
public interface Wakeups {

    /** Signals now, or after the commit of the current transaction if there is one. */
    void signal(String topic);

    /** Runs {@code action} on every signal of the topic, on a foreign thread: it must return at once. */
    void listen(String topic, Runnable action);
}
