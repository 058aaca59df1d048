package app.novelo.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.novelo.platform.BadRequest;
import app.novelo.platform.NoveloSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarReaderTest {

    private final HolidayRegions regions = new HolidayRegions(
            new NoveloSettings(Path.of("data"), Locale.forLanguageTag("pt-BR"), ZoneId.of("America/Sao_Paulo"), ""));
    private final CalendarReader reader = new CalendarReader(regions);
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hours               | {}",
                "hours               | []",
                "hours               | {'hours':{}}",
                "hours               | {'hours':{'MONDAY':[]}}",
                "hours.MONDAY        | {'hours':{'MONDAY':{}}}",
                "hours.Montag        | {'hours':{'Montag':[{'opens':'09:00','closes':'10:00'}]}}",
                "hours.MONDAY        | {'hours':{'MONDAY':[{'opens':'9','closes':'10:00'}]}}",
                "hours.MONDAY        | {'hours':{'MONDAY':[{'opens':'09:00','closes':'25:00'}]}}",
                "hours.MONDAY        | {'hours':{'MONDAY':[{'opens':'09:00','closes':'09:00'}]}}",
                "hours.MONDAY        | {'hours':{'MONDAY':[{'opens':'24:00','closes':'09:00'}]}}",
                "hours.MONDAY        | {'hours':{'MONDAY':[{'opens':'13:00','closes':'18:00'},{'opens':'09:00','closes':'13:01'}]}}",
                "hours.MONDAY        | {'hours':{'MONDAY':[{'opens':'22:00','closes':'06:00'},{'opens':'23:00','closes':'23:30'}]}}",
                "hours.MONDAY        | {'hours':{'SUNDAY':[{'opens':'22:00','closes':'06:00'}],'MONDAY':[{'opens':'05:59','closes':'12:00'}]}}",
                "timeZone            | {'timeZone':'Brasilia','hours':{'MONDAY':[{'opens':'09:00','closes':'12:00'}]}}",
                "holidays            | {'holidays':'br-sp-xx','hours':{'MONDAY':[{'opens':'09:00','closes':'12:00'}]}}",
                "holidays            | {'holidays':'../br','hours':{'MONDAY':[{'opens':'09:00','closes':'12:00'}]}}",
                "exceptions.date     | {'hours':{'MONDAY':[{'opens':'09:00','closes':'12:00'}]},'exceptions':[{'date':'24.12.2026'}]}",
                "exceptions.date     | {'hours':{'MONDAY':[{'opens':'09:00','closes':'12:00'}]},'exceptions':[{'date':'2026-12-24'},{'date':'2026-12-24'}]}",
                "zone                | {'zone':'America/Sao_Paulo'}"
            })
    void refusesWhatIsNoCalendarAndNamesTheField(String field, String wish) {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> reader.read(json.readTree(wish.replace('\'', '"'))))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @Test
    void readsWhatItWrites() throws Exception {
        var wish = json.readTree(
                """
                {"timeZone":"America/Recife","holidays":"br-pe",
                 "hours":{"MONDAY":[{"opens":"13:00","closes":"24:00"},{"opens":"09:00","closes":"12:00"}],
                          "SUNDAY":[{"opens":"22:00","closes":"06:00"}]},
                 "exceptions":[{"date":"2026-12-24","reason":"Natal","hours":[{"opens":"09:00","closes":"12:00"}]},
                               {"date":"2026-06-24"}]}""");

        var read = reader.read(wish);

        assertThat(read.week().get(DayOfWeek.MONDAY)).hasSize(2);
        assertThat(read.exceptions())
                .extracting(CalendarDefinition.Exception::date)
                .containsExactly(LocalDate.of(2026, 6, 24), LocalDate.of(2026, 12, 24));
        var written = new ObjectMapper()
                .findAndRegisterModules()
                .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .valueToTree(CalendarView.Definition.of(read));
        assertThat(reader.read(json.readTree(written.toString()))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "br, 2026-11-20, true",
        "br, 2026-07-09, false",
        "br-sp, 2026-07-09, true",
        "br-sp, 2027-01-25, false",
        "br-sp-csp, 2027-01-25, true",
        "br-sp-csp, 2026-12-25, true",
        "br-rj, 2027-04-23, true"
    })
    void keepsTheHolidaysOfCountryStateAndCity(String region, LocalDate date, boolean kept) {
        assertThat(regions.find(region).orElseThrow().on(date) != null).isEqualTo(kept);
    }

    @Test
    void namesTheStatesAndCitiesThatItKnows() {
        assertThat(regions.of("br")).extracting(HolidayRegions.Region::code).contains("br", "br-sp", "br-sp-csp");
        assertThat(regions.of("xx")).isEmpty();
    }
}
