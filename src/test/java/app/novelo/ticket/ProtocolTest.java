package app.novelo.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.casework.CaseKind;
import app.novelo.support.RunningNovelo;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The number that a customer is told. */
@RunningNovelo
class ProtocolTest {

    @Autowired
    List<CaseKind> kinds;

    @Test
    void isGivenOnceHoweverManyAskAtTheSameTime() throws Exception {
        var at = Instant.parse("2026-03-10T15:00:00Z");
        var pool = new ForkJoinPool(8);

        var numbers = pool.submit(() -> IntStream.range(0, 400)
                        .parallel()
                        .mapToObj(n -> tickets().nextNumber(at))
                        .toList())
                .get();
        pool.shutdown();

        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.matches("T-20260310-\\d{6,}"));
    }

    @Test
    void bearsTheDayOfTheCompany() {
        assertThat(tickets().nextNumber(Instant.parse("2026-03-01T02:59:59Z"))).startsWith("T-20260228-");
        assertThat(tickets().nextNumber(Instant.parse("2026-03-01T03:00:00Z"))).startsWith("T-20260301-");
    }

    private CaseKind tickets() {
        return kinds.stream()
                .filter(kind -> kind.kind().equals("ticket"))
                .findFirst()
                .orElseThrow();
    }
}
