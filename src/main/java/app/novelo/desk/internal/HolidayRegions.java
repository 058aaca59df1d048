package app.novelo.desk.internal;

import app.novelo.platform.NoveloSettings;
import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whose holidays are known: {@code br}, {@code br-sp}, {@code br-sp-csp}, as the library jollyday names countries, states and
 * cities. Those of places that it does not know are exceptions of a calendar.
 */
@Component
class HolidayRegions {

    private static final Set<String> SUPPORTED = HolidayManager.getSupportedCalendarCodes().stream()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final Locale language;

    HolidayRegions(NoveloSettings settings) {
        this.language = settings.language();
    }

    /** @param code e.g. {@code br-sp-csp} */
    record Region(String code, String name) {}

    Optional<Holidays> find(String code) {
        var parts = Arrays.asList(code.split("-", -1));
        return manager(parts.get(0))
                .filter(manager -> knows(manager.getCalendarHierarchy(), parts.subList(1, parts.size())))
                .map(manager -> kept(manager, parts.subList(1, parts.size()).toArray(String[]::new)));
    }

    /** @return the country itself, its states and their cities; empty if the country is not known */
    List<Region> of(String country) {
        var regions = new ArrayList<Region>();
        manager(country).ifPresent(manager -> add(country, manager.getCalendarHierarchy(), regions));
        return regions;
    }

    private void add(String code, CalendarHierarchy place, List<Region> regions) {
        regions.add(new Region(code, place.getDescription(language)));
        place.getChildren().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(child -> add(code + "-" + child.getKey(), child.getValue(), regions));
    }

    private static boolean knows(CalendarHierarchy place, List<String> parts) {
        if (parts.isEmpty()) {
            return true;
        }
        var child = place.getChildren().get(parts.get(0));
        return child != null && knows(child, parts.subList(1, parts.size()));
    }

    private static Optional<HolidayManager> manager(String country) {
        return SUPPORTED.contains(country)
                ? Optional.of(HolidayManager.getInstance(ManagerParameters.create(country)))
                : Optional.empty();
    }

    private Holidays kept(HolidayManager manager, String[] places) {
        var years = new ConcurrentHashMap<Integer, Map<LocalDate, String>>();
        Function<Integer, Map<LocalDate, String>> read = year -> manager.getHolidays(Year.of(year), places).stream()
                .collect(Collectors.toMap(
                        holiday -> holiday.getDate(),
                        holiday -> holiday.getDescription(language),
                        (one, other) -> one));
        return date -> years.computeIfAbsent(date.getYear(), read).get(date);
    }
}
