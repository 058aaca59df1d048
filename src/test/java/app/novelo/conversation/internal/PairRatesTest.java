package app.novelo.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One message to one customer in six seconds, of which 45 may be borrowed. */
class PairRatesTest {

    private final AtomicLong now = new AtomicLong();
    private final PairRates rates = new PairRates(now::get);
    private final UUID line = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();

    @Test
    void lendsFortyFourAtOnceAndThenOneInSixSeconds() {
        assertThat(IntStream.range(0, 44).mapToObj(n -> rates.take(line, customer)))
                .containsOnly(Duration.ZERO);

        assertThat(rates.take(line, customer)).isEqualTo(Duration.ofSeconds(6));
        pass(Duration.ofSeconds(4));
        assertThat(rates.take(line, customer)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2001));
        pass(Duration.ofMillis(2001));
        assertThat(rates.take(line, customer)).isEqualTo(Duration.ZERO);
        assertThat(rates.take(line, customer)).isGreaterThan(Duration.ofSeconds(5));
    }

    @Test
    void countsEachCustomerOfEachLineForHimself() {
        IntStream.range(0, 44).forEach(n -> rates.take(line, customer));

        assertThat(rates.take(line, UUID.randomUUID())).isEqualTo(Duration.ZERO);
        assertThat(rates.take(UUID.randomUUID(), customer)).isEqualTo(Duration.ZERO);
        assertThat(rates.take(line, customer)).isPositive();
    }

    @Test
    void lendsNoMoreThanFortyFourAfterALongRest() {
        rates.take(line, customer);
        pass(Duration.ofDays(1));

        IntStream.range(0, 44).forEach(n -> rates.take(line, customer));

        assertThat(rates.take(line, customer)).isPositive();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
