package app.novelo.desk.internal;

import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Working time: read by everybody who works here, changed by managers. */
@RestController
@RequestMapping("/api/v1")
class CalendarController {

    private final CalendarDesk desk;
    private final CalendarDays days;
    private final HolidayRegions regions;

    CalendarController(CalendarDesk desk, CalendarDays days, HolidayRegions regions) {
        this.desk = desk;
        this.days = days;
        this.regions = regions;
    }

    @GetMapping("/calendars")
    Page<CalendarView> list() {
        return new Page<>(desk.all(), null);
    }

    @GetMapping("/calendars/{name}")
    CalendarView one(@PathVariable String name) {
        return CalendarView.of(desk.required(name));
    }

    /** Writes the whole calendar; what is left out is taken away. */
    @PutMapping("/calendars/{name}")
    CalendarView put(@PathVariable String name, @RequestBody JsonNode wish) {
        Callers.managersOnly();
        return desk.put(Callers.current(), name, wish);
    }

    @DeleteMapping("/calendars/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        Callers.managersOnly();
        desk.remove(name);
    }

    /** What opens on each day from one date to another, both included. */
    @GetMapping("/calendars/{name}/days")
    CalendarView.Days days(@PathVariable String name, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return days.of(name, from, to);
    }

    /** Whose holidays are known: the country, its states, their cities. */
    @GetMapping("/holiday-regions/{country}")
    Page<HolidayRegions.Region> regions(@PathVariable String country) {
        var known = regions.of(country);
        if (known.isEmpty()) {
            throw new NotFound("country " + country);
        }
        return new Page<>(known, null);
    }
}
