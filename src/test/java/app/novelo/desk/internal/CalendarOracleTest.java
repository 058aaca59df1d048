package app.novelo.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What calendars count is what counting minute by minute gives: several intervals, nights, holidays, exceptions, zones. */
class CalendarOracleTest {

    private static final int CALENDARS = 3_000;
    private static final int LAST = RandomCalendar.DAYS * 24 * 60 - 1;

    private final Random random = new Random(20261127);

    @Test
    void countsWhatCountingMinuteByMinuteGives() {
        for (int i = 0; i < CALENDARS; i++) {
            var told = RandomCalendar.of(random);
            int from = random.nextInt(LAST);
            int to = random.nextInt(LAST);

            isOpenTheSame(told, from);
            countsTheSame(told, from, to);
            reachesTheSame(told, from);
            opensNextTheSame(told, from);
        }
    }

    private static void isOpenTheSame(RandomCalendar told, int minute) {
        assertThat(told.calendar().isOpen(told.minute(minute)))
                .as("open at %s: %s", told.minute(minute), told)
                .isEqualTo(told.isOpen(minute));
    }

    private static void countsTheSame(RandomCalendar told, int from, int to) {
        int open = 0;
        for (int minute = from; minute < to; minute++) {
            open += told.isOpen(minute) ? 1 : 0;
        }
        assertThat(told.calendar().between(told.minute(from), told.minute(to)))
                .as("%s to %s: %s", told.minute(from), told.minute(to), told)
                .isEqualTo(Duration.ofMinutes(open));
    }

    private void reachesTheSame(RandomCalendar told, int from) {
        int wanted = 1 + random.nextInt(3_000);
        int left = wanted;
        for (int minute = from; minute <= LAST; minute++) {
            left -= told.isOpen(minute) ? 1 : 0;
            if (left == 0) {
                assertThat(told.calendar().after(told.minute(from), Duration.ofMinutes(wanted)))
                        .as("%s minutes after %s: %s", wanted, told.minute(from), told)
                        .isEqualTo(told.minute(minute + 1));
                return;
            }
        }
    }

    private static void opensNextTheSame(RandomCalendar told, int from) {
        for (int minute = from; minute <= LAST; minute++) {
            if (told.isOpen(minute)) {
                assertThat(told.calendar().nextOpening(told.minute(from)))
                        .as("next opening from %s: %s", told.minute(from), told)
                        .contains(told.minute(minute));
                return;
            }
        }
    }
}
