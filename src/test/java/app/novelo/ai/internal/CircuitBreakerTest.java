package app.novelo.ai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final AtomicLong now = new AtomicLong();
    private final CircuitBreaker breaker = new CircuitBreaker(2, Duration.ofNanos(10), now::get);

    @Test
    void opensAfterFailuresInARowOnly() {
        breaker.failed();
        breaker.succeeded();
        breaker.failed();
        assertThat(breaker.allows()).isTrue();

        breaker.failed();
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void letsOneCallTryAfterThePause() {
        breaker.failed();
        breaker.failed();
        now.addAndGet(10);

        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
        breaker.succeeded();
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void staysOpenWhenTheTrialFails() {
        breaker.failed();
        breaker.failed();
        now.addAndGet(10);
        breaker.allows();
        breaker.failed();
        now.addAndGet(9);

        assertThat(breaker.allows()).isFalse();
    }
}
