package app.novelo.sandbox.internal;

/** A token bucket on real time: the moved clock changes no rate. */
final class Bucket {

    private final double capacity;
    private final double perNano;
    private double tokens;
    private long last;

    /** @param perSecond tokens that come back every second */
    Bucket(double capacity, double perSecond, long now) {
        this.capacity = capacity;
        this.perNano = perSecond / 1e9;
        this.tokens = capacity;
        this.last = now;
    }

    /** @param now {@link System#nanoTime} */
    synchronized boolean take(long now) {
        tokens = Math.min(capacity, tokens + (now - last) * perNano);
        last = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
