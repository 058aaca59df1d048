package app.novelo.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.novelo.desk.internal.BusinessCalendar.Hours;
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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hours of {@code support}: weekdays 9–12 and 13–18, Saturday 9–13; closed on Christmas and New Year's Day. */
class BusinessCalendarTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    /** Keeps summer time: on 14 March 2027 there is no 2 to 3 o'clock, on 7 November 2027 there are two from 1 to 2. */
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final BusinessCalendar support = new BusinessCalendar(
            SAO_PAULO, week(), day -> day.getDayOfYear() == 1 || day.equals(LocalDate.of(2026, 12, 25)));

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
        assertThat(support.isOpenAt(at(moment, SAO_PAULO))).isEqualTo(open);
    }

    /** The day has 23 or 25 hours; what is open between midnight and six has five or seven. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-14T00:00, PT5H, 2027-03-14T06:00",
        "2027-11-07T00:00, PT7H, 2027-11-07T06:00",
        "2027-03-13T05:00, PT2H, 2027-03-14T01:00"
    })
    void summerTimeTakesAnHourAndGivesItBack(LocalDateTime from, Duration time, LocalDateTime until) {
        var nights =
                new BusinessCalendar(NEW_YORK, everyDay(new Hours(LocalTime.MIDNIGHT, LocalTime.of(6, 0))), d -> false);

        assertThat(nights.after(at(from, NEW_YORK), time)).isEqualTo(at(until, NEW_YORK));
    }

    @Test
    void agreesWithCountingMinuteByMinute() {
        var random = new Random(20261126);
        for (int i = 0; i < 100; i++) {
            var from = at(LocalDateTime.of(2026, 12, 18, 0, 0), SAO_PAULO)
                    .plus(random.nextInt(20 * 24 * 60), ChronoUnit.MINUTES);
            int minutes = 1 + random.nextInt(1_500);
            assertThat(support.after(from, Duration.ofMinutes(minutes))).isEqualTo(counted(support, from, minutes));
        }
    }

    @Test
    void aCalendarThatNeverOpensIsRefusedInsteadOfSearchedForEver() {
        var closed = new BusinessCalendar(SAO_PAULO, Map.of(), day -> false);

        assertThatIllegalStateException().isThrownBy(() -> closed.after(Instant.EPOCH, Duration.ofMinutes(1)));
    }

    private static Instant counted(BusinessCalendar calendar, Instant from, int minutes) {
        var moment = from;
        for (int left = minutes; left > 0; moment = moment.plus(1, ChronoUnit.MINUTES)) {
            left -= calendar.isOpenAt(moment) ? 1 : 0;
        }
        return moment;
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
