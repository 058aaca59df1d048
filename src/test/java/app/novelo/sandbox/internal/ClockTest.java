package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The moved clock, over HTTP. */
class ClockTest extends SandboxTest {

    @Test
    void movesForwards() throws Exception {
        var before = Instant.parse(
                call("GET", "/sandbox/clock", "").body().path("now").asText());

        var answer = call("POST", "/sandbox/clock", "{\"advance\":\"PT2H\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Instant.parse(answer.body().path("now").asText()))
                .isBetween(before.plus(Duration.ofHours(2)), before.plus(Duration.ofMinutes(122)));
    }

    @Test
    void refusesToGoBackAndWhatIsNoDuration() throws Exception {
        assertThat(call("POST", "/sandbox/clock", "{\"advance\":\"-PT2H\"}").status())
                .isEqualTo(400);
        assertThat(call("POST", "/sandbox/clock", "{\"advance\":\"soon\"}").status())
                .isEqualTo(400);
        assertThat(call("POST", "/sandbox/clock", "{}").status()).isEqualTo(400);
    }

    @Test
    void stampsMessagesWithTheMovedTime() throws Exception {
        call("POST", "/sandbox/clock", "{\"advance\":\"P3D\"}");

        customerWrites("Oi");

        var stamp = Long.parseLong(messages(1).get(0).path("timestamp").asText());
        assertThat(Instant.ofEpochSecond(stamp)).isAfter(Instant.now().plus(Duration.ofDays(2)));
    }
}
