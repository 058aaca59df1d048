package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which time zone the months of an account begin. */
class TimeZonesTest {

    @ParameterizedTest
    @CsvSource({
        "1, America/Los_Angeles",
        "10, America/Argentina/Buenos_Aires",
        "25, America/Sao_Paulo",
        "94, America/Mexico_City",
        "110, Europe/Lisbon"
    })
    void isKnownByItsNumber(String number, String zone) {
        assertThat(TimeZones.of(number)).isEqualTo(ZoneId.of(zone));
    }

    @Test
    void isUnknownForOtherNumbers() {
        assertThat(TimeZones.of("0")).isNull();
        assertThat(TimeZones.of("100000")).isNull();
        assertThat(TimeZones.of(null)).isNull();
    }
}
