package app.novelo.survey.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.NoveloSettings;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Satisfaction and recommendation, for managers. */
@RestController
@RequestMapping("/api/v1/reports")
class SurveyReportController {

    private static final Duration USUAL = Duration.ofDays(30);
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final SurveyReports reports;
    private final ZoneId zone;
    private final Clock clock;

    SurveyReportController(SurveyReports reports, NoveloSettings settings, Clock clock) {
        this.reports = reports;
        this.zone = settings.timeZone();
        this.clock = clock;
    }

    @GetMapping("/csat")
    Report<SurveyReports.Csat> csat(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String by) {
        var span = span(from, to, by);
        return new Report<>(span.from, span.to, reports.csat(span.from, span.to, by));
    }

    @GetMapping("/nps")
    Report<SurveyReports.Nps> nps(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String by) {
        var span = span(from, to, by);
        return new Report<>(span.from, span.to, reports.nps(span.from, span.to, by));
    }

    /** The last thirty days unless it is said otherwise. */
    private Span span(@Nullable String from, @Nullable String to, @Nullable String by) {
        Callers.managersOnly();
        if (by != null && !SurveyReports.knows(by)) {
            throw new BadRequest("by", "one of queue, owner, line");
        }
        var end = to == null ? clock.instant() : moment("to", to);
        var start = from == null ? end.minus(USUAL) : moment("from", from);
        if (!start.isBefore(end)) {
            throw new BadRequest("from", "is not before to");
        }
        return new Span(start, end);
    }

    /** A day begins at midnight of the company's time zone. */
    private Instant moment(String field, String said) {
        try {
            var moment = said.length() > 10
                    ? Instant.parse(said)
                    : LocalDate.parse(said).atStartOfDay(zone).toInstant();
            if (!moment.isBefore(Instant.EPOCH) && moment.isBefore(END_OF_TIME)) {
                return moment;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new BadRequest(field, "a day such as 2026-11-27, or a moment such as 2026-11-27T12:00:00Z");
    }

    private record Span(Instant from, Instant to) {}

    record Report<T>(Instant from, Instant to, List<T> items) {}
}
