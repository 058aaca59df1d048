package app.novelo.desk.internal;

import app.novelo.desk.WorkingTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A calendar as the program counts by it, and beside it the same told minute by minute, by what the clock on the wall shows.
 * All times are whole minutes.
 */
public final class RandomCalendar {

    /** Days of which every minute is told. */
    public static final int DAYS = 24;

    private static final int MINUTES = DAYS * 24 * 60;

    /**
     * Clocks jump here by an hour, by half an hour, at midnight, or not at all. Each window of days holds such a jump, where
     * there is one.
     */
    private static final List<Window> WINDOWS = List.of(
            new Window("America/Sao_Paulo", "2026-12-18"),
            new Window("America/Sao_Paulo", "2018-10-25"),
            new Window("America/Sao_Paulo", "2019-02-05"),
            new Window("America/New_York", "2027-03-02"),
            new Window("America/New_York", "2027-10-27"),
            new Window("Europe/London", "2027-03-16"),
            new Window("Europe/London", "2026-10-14"),
            new Window("Australia/Lord_Howe", "2027-03-24"),
            new Window("Australia/Lord_Howe", "2026-09-23"),
            new Window("America/Santiago", "2026-08-27"),
            new Window("America/Santiago", "2027-03-25"),
            new Window("Asia/Kathmandu", "2026-12-20"));

    private final Window window;
    private final Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<Hours>> exceptions = new HashMap<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final boolean[] open = new boolean[MINUTES];

    private RandomCalendar(Window window) {
        this.window = window;
    }

    public static RandomCalendar of(Random random) {
        return in(WINDOWS.get(random.nextInt(WINDOWS.size())), random);
    }

    /** @return another calendar for the same days */
    public RandomCalendar other(Random random) {
        return in(window, random);
    }

    private static RandomCalendar in(Window window, Random random) {
        var calendar = new RandomCalendar(window);
        for (var day : DayOfWeek.values()) {
            calendar.week.put(day, hours(random, random.nextInt(4)));
        }
        for (int day = -2; day < DAYS; day++) {
            var date = window.first.plusDays(day);
            if (random.nextInt(8) == 0) {
                calendar.holidays.add(date);
            }
            if (random.nextInt(8) == 0) {
                calendar.exceptions.put(date, hours(random, random.nextInt(3)));
            }
        }
        calendar.tellMinutes();
        return calendar;
    }

    /** Some begin or end in the hours at which clocks jump; the last may go on past midnight. */
    private static List<Hours> hours(Random random, int intervals) {
        var edges = new ArrayList<Integer>();
        while (edges.size() < intervals * 2) {
            int minute = random.nextInt(3) == 0 ? random.nextInt(180) : random.nextInt(1_440);
            minute = random.nextBoolean() ? minute : minute / 30 * 30;
            if (!edges.contains(minute)) {
                edges.add(minute);
            }
        }
        edges.sort(Comparator.naturalOrder());
        var hours = new ArrayList<Hours>();
        int first = random.nextInt(4) == 0
                ? 1
                : 0; // from 1 on, the last interval ends where the first edge is: past midnight
        for (int i = first; i < edges.size(); i += 2) {
            hours.add(new Hours(time(edges.get(i)), time(edges.get((i + 1) % edges.size()))));
        }
        if (!hours.isEmpty() && random.nextInt(10) == 0) {
            var last = hours.remove(hours.size() - 1);
            hours.add(new Hours(last.opens(), LocalTime.MIDNIGHT));
        }
        return hours;
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }

    public WorkingTime calendar() {
        return calendar(1);
    }

    public WorkingTime calendar(int version) {
        return new BusinessCalendar(
                "random", version, window.zone, week, exceptions, date -> holidays.contains(date) ? "holiday" : null);
    }

    /** @return the first of the minutes told */
    public Instant begin() {
        return Instant.ofEpochSecond(window.begin * 60);
    }

    public Instant minute(int index) {
        return begin().plusSeconds(index * 60L);
    }

    public boolean isOpen(int minute) {
        return open[minute];
    }

    /** An interval is open from the first minute at which the wall shows its begin, to the last before its end. */
    private void tellMinutes() {
        for (int day = -2; day < DAYS + 1; day++) {
            var date = window.first.plusDays(day);
            var midnight = date.toEpochDay() * 1_440;
            for (var hours : on(date)) {
                long opens = midnight + hours.opens().toSecondOfDay() / 60;
                long closes = midnight + hours.closes().toSecondOfDay() / 60;
                closes += closes <= opens ? 1_440 : 0;
                int first = firstNotBelow(opens, window.shownSoFar);
                int end = firstNotBelow(closes, window.yetToBeShown);
                Arrays.fill(open, first, Math.max(first, end), true);
            }
        }
    }

    private static int firstNotBelow(long wanted, long[] ascending) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (ascending[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** @return how long it is open in a common week */
    public int minutesAWeek() {
        return week.values().stream()
                .flatMap(List::stream)
                .mapToInt(Hours::minutes)
                .sum();
    }

    private List<Hours> on(LocalDate date) {
        if (exceptions.containsKey(date)) {
            return exceptions.get(date);
        }
        return holidays.contains(date) ? List.of() : week.get(date.getDayOfWeek());
    }

    @Override
    public String toString() {
        return window.zone + " from " + window.first + " " + week + ", exceptions " + exceptions + ", holidays "
                + holidays;
    }

    /** What the wall shows in a zone, in minutes since 1970, for each minute that truly passes. */
    private static final class Window {

        private final ZoneId zone;
        private final LocalDate first;
        private final long begin;
        private final long[] shownSoFar = new long[MINUTES];
        private final long[] yetToBeShown = new long[MINUTES];

        Window(String zone, String first) {
            this.zone = ZoneId.of(zone);
            this.first = LocalDate.parse(first);
            this.begin = this.first.atStartOfDay().toEpochSecond(ZoneOffset.UTC) / 60;
            for (int i = 0; i < MINUTES; i++) {
                shownSoFar[i] = Math.max(shown(i), i == 0 ? Long.MIN_VALUE : shownSoFar[i - 1]);
            }
            for (int i = MINUTES - 1; i >= 0; i--) {
                yetToBeShown[i] = Math.min(shown(i), i == MINUTES - 1 ? Long.MAX_VALUE : yetToBeShown[i + 1]);
            }
        }

        private long shown(int minute) {
            var moment = Instant.ofEpochSecond((begin + minute) * 60);
            return begin + minute + zone.getRules().getOffset(moment).getTotalSeconds() / 60;
        }
    }
}
