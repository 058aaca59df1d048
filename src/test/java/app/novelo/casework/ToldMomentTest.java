package app.novelo.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToldMomentTest {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final Instant NOW = Instant.parse("2026-12-02T13:20:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-12-03, 2026-12-03T12:00:00Z",
        "2026-12-03T15:00, 2026-12-03T18:00:00Z",
        "2026-12-03T15:00:30, 2026-12-03T18:00:30Z",
        "2026-12-03T15:00:00Z, 2026-12-03T15:00:00Z",
        "2026-12-03T15:00:00.123Z, 2026-12-03T15:00:00.123Z",
        "2026-12-03T15:00:00-05:00, 2026-12-03T20:00:00Z",
        "2026-12-02T10:20:01, 2026-12-02T13:20:01Z"
    })
    void isADayOrAMoment(String told, Instant meant) {
        assertThat(ToldMoment.ahead(told, NOW, ZONE)).contains(meant);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "amanhã", "2026-13-01", "2026-12-03T25:00", "2026-12-02", "2026-12-02T13:20:00Z"})
    void isNoneThatLiesAhead(String told) {
        assertThat(ToldMoment.ahead(told, NOW, ZONE)).isEmpty();
    }

    @Test
    void meansWhatItsReaderMakesOfADay() {
        assertThat(ToldMoment.read(
                        "2026-12-03", ZONE, day -> day.atStartOfDay(ZONE).toInstant()))
                .isEqualTo("2026-12-03T03:00:00Z");
        assertThatThrownBy(() -> ToldMoment.read("amanhã", ZONE, day -> NOW)).isInstanceOf(DateTimeException.class);
    }
}
