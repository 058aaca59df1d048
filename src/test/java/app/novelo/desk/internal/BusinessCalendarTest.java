package app.novelo.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.novelo.desk.NeverOpens;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hours of {@code support}: weekdays 9–12 and 13–18, Saturday 9–13; closed on Christmas and New Year's Day. */
class BusinessCalendarTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    /** Keeps summer time: on 14 March 2027 there is no 2 to 3 o'clock, on 7 November 2027 there are two from 1 to 2. */
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final BusinessCalendar support = calendar(
            SAO_PAULO,
            week(),
            day -> day.getDayOfYear() == 1 || day.equals(LocalDate.of(2026, 12, 25)) ? "holiday" : null);

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T10:00, PT1H, 2026-11-25T11:00, within the morning",
        "2026-11-25T11:30, PT1H, 2026-11-25T13:30, over lunch",
        "2026-11-25T12:30, PT15M, 2026-11-25T13:15, from lunch",
        "2026-11-25T11:00, PT1H, 2026-11-25T12:00, the closing minute counts",
        "2026-11-25T17:50, PT15M, 2026-11-26T09:05, over night",
        "2026-11-25T03:00, PT8H, 2026-11-25T18:00, a whole day",
        "2026-11-27T17:50, PT1H, 2026-11-28T09:50, Saturday morning is open",
        "2026-11-28T12:30, PT1H, 2026-11-30T09:30, over Sunday",
        "2026-11-28T15:00, PT4H, 2026-11-30T14:00, Saturday afternoon is closed",
        "2026-11-29T12:00, PT40H, 2026-12-04T18:00, five days of eight hours",
        "2026-12-24T17:50, PT4H, 2026-12-26T12:50, over Christmas",
        "2026-12-25T10:00, PT1H, 2026-12-26T10:00, from a holiday",
        "2026-12-31T16:00, PT4H, 2027-01-02T11:00, over New Year",
        "2026-11-25T12:30, PT0S, 2026-11-25T13:00, no time at all ends when it opens"
    })
    void onlyOpenTimeCounts(LocalDateTime from, Duration time, LocalDateTime until, String why) {
        assertThat(support.after(at(from, SAO_PAULO), time)).as(why).isEqualTo(at(until, SAO_PAULO));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T09:00, true",
        "2026-11-25T11:59, true",
        "2026-11-25T12:00, false",
        "2026-11-25T18:00, false",
        "2026-11-28T12:59, true",
        "2026-11-28T13:00, false",
        "2026-11-29T10:00, false",
        "2026-12-25T10:00, false"
    })
    void opensInclusiveAndClosesExclusive(LocalDateTime moment, boolean open) {
        assertThat(support.isOpen(at(moment, SAO_PAULO))).isEqualTo(open);
    }

    /** The day has 23 or 25 hours; what is open between midnight and six has five or seven. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-14T00:00, PT5H, 2027-03-14T06:00",
        "2027-11-07T00:00, PT7H, 2027-11-07T06:00",
        "2027-03-13T05:00, PT2H, 2027-03-14T01:00"
    })
    void summerTimeTakesAnHourAndGivesItBack(LocalDateTime from, Duration time, LocalDateTime until) {
        var nights = calendar(NEW_YORK, everyDay(new Hours(LocalTime.MIDNIGHT, LocalTime.of(6, 0))), Holidays.NONE);

        assertThat(nights.after(at(from, NEW_YORK), time)).isEqualTo(at(until, NEW_YORK));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T21:00, PT1H, 2026-11-24T23:00, begins in the evening",
        "2026-11-24T23:00, PT8H, 2026-11-25T23:00, goes on after midnight",
        "2026-11-25T03:00, PT1H, 2026-11-25T04:00, belongs to the evening before",
        "2026-12-24T23:00, PT7H, 2026-12-25T06:00, the night before a holiday is worked to its end",
        "2026-12-25T06:00, PT1H, 2026-12-26T23:00, the night after begins on the holiday and is off"
    })
    void aNightBelongsToTheDayOnWhichItOpens(LocalDateTime from, Duration time, LocalDateTime until, String why) {
        var nights = calendar(
                SAO_PAULO,
                everyDay(new Hours(LocalTime.of(22, 0), LocalTime.of(6, 0))),
                day -> day.equals(LocalDate.of(2026, 12, 25)) ? "Natal" : null);

        assertThat(nights.after(at(from, SAO_PAULO), time)).as(why).isEqualTo(at(until, SAO_PAULO));
    }

    @Test
    void anExceptionGoesBeforeTheWeekAndTheHoliday() {
        var christmas = LocalDate.of(2026, 12, 25);
        var eve = LocalDate.of(2026, 12, 24);
        var shop = new BusinessCalendar(
                "shop",
                1,
                SAO_PAULO,
                week(),
                Map.of(christmas, List.of(new Hours(LocalTime.of(10, 0), LocalTime.of(11, 0))), eve, List.of()),
                day -> day.equals(christmas) ? "Natal" : null);

        assertThat(shop.nextOpening(at(eve.atTime(9, 0), SAO_PAULO))).contains(at(christmas.atTime(10, 0), SAO_PAULO));
        assertThat(shop.openings(at(eve.atTime(0, 0), SAO_PAULO), at(christmas.atTime(23, 0), SAO_PAULO)))
                .hasSize(1);
    }

    @Test
    void aDayMayEndAtMidnight() {
        var always = calendar(SAO_PAULO, everyDay(new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)), Holidays.NONE);
        var from = at(LocalDateTime.of(2026, 11, 24, 15, 30), SAO_PAULO);

        assertThat(always.after(from, Duration.ofDays(3))).isEqualTo(from.plus(3, ChronoUnit.DAYS));
        assertThat(always.openings(from, from.plus(3, ChronoUnit.DAYS))).hasSize(1);
    }

    @Test
    void aCalendarThatNeverOpensIsRefusedInsteadOfSearchedForEver() {
        var closed = calendar(SAO_PAULO, Map.of(), Holidays.NONE);

        assertThatExceptionOfType(NeverOpens.class)
                .isThrownBy(() -> closed.after(Instant.EPOCH, Duration.ofMinutes(1)));
        assertThat(closed.nextOpening(Instant.EPOCH)).isEmpty();
        assertThat(closed.between(Instant.EPOCH, Instant.EPOCH.plus(9, ChronoUnit.DAYS)))
                .isZero();
    }

    private static BusinessCalendar calendar(ZoneId zone, Map<DayOfWeek, List<Hours>> week, Holidays holidays) {
        return new BusinessCalendar("test", 1, zone, week, Map.of(), holidays);
    }

    private static Instant at(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }

    private static Map<DayOfWeek, List<Hours>> week() {
        var morning = new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0));
        var week = everyDay(morning, new Hours(LocalTime.of(13, 0), LocalTime.of(18, 0)));
        week.put(DayOfWeek.SATURDAY, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(13, 0))));
        week.remove(DayOfWeek.SUNDAY);
        return week;
    }

    private static Map<DayOfWeek, List<Hours>> everyDay(Hours... hours) {
        var days = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            days.put(day, List.of(hours));
        }
        return days;
    }
}
