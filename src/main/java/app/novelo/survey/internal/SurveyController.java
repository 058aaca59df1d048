package app.novelo.survey.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Surveys and what was answered: managers see all, agents those of their queues and of their own cases. */
@RestController
@RequestMapping("/api/v1/surveys")
class SurveyController {

    private final SurveyRows surveys;
    private final NpsRounds rounds;

    SurveyController(SurveyRows surveys, NpsRounds rounds) {
        this.surveys = surveys;
        this.rounds = rounds;
    }

    @GetMapping
    Page<SurveyView> list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(name = "case", required = false) @Nullable String caseNumber,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        var start = Start.of(after);
        var query = new SurveyRows.Query(
                kind == null ? null : word(SurveyKind.class, "kind", kind),
                state == null ? null : word(Survey.State.class, "state", state),
                caseNumber,
                start.before,
                start.number,
                most + 1);
        var found = surveys.list(Callers.current(), query).stream()
                .map(SurveyView::of)
                .toList();
        return Page.of(found, most, view -> view.wantedAt() + "_" + view.number());
    }

    /** Asks many customers whether they would recommend the company. */
    @PostMapping("/nps")
    @ResponseStatus(HttpStatus.ACCEPTED)
    NpsRounds.Round nps(@RequestBody NpsRounds.Audience audience) {
        Callers.managersOnly();
        return rounds.find(rounds.begin(audience, Callers.current().id()));
    }

    @GetMapping("/nps/{id}")
    NpsRounds.Round nps(@PathVariable UUID id) {
        Callers.managersOnly();
        return rounds.find(id);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String field, String said) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(said.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        field,
                        "one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    /** The last one of the page before. */
    private record Start(Instant before, String number) {

        static Start of(@Nullable String after) {
            if (after == null || after.isBlank()) {
                return new Start(Instant.parse("9999-01-01T00:00:00Z"), "");
            }
            int end = after.indexOf('_');
            if (end < 0) {
                throw Page.notOurs();
            }
            return new Start(Page.cursorTime(after.substring(0, end)), after.substring(end + 1));
        }
    }

    /**
     * @param caseNumber after which it was asked; null if after none
     * @param reason why he was not asked
     * @param late the answer came when nobody waited for it any more
     * @param recovery ticket that was opened because of the score
     */
    record SurveyView(
            String number,
            SurveyKind kind,
            Survey.State state,
            @Nullable String reason,
            UUID customer,
            UUID conversation,
            @Nullable String caseNumber,
            String queue,
            @Nullable String owner,
            Instant wantedAt,
            @Nullable Instant askedAt,
            @Nullable Integer score,
            @Nullable Instant answeredAt,
            boolean late,
            @Nullable String comment,
            @Nullable String recovery) {

        static SurveyView of(Survey survey) {
            return new SurveyView(
                    survey.number(),
                    survey.kind(),
                    survey.state(),
                    survey.reason(),
                    survey.customer(),
                    survey.conversation(),
                    survey.caseNumber(),
                    survey.queue(),
                    survey.owner(),
                    survey.wantedAt(),
                    survey.askedAt(),
                    survey.score(),
                    survey.answeredAt(),
                    survey.late(),
                    survey.comment(),
                    survey.recoveryCase());
        }
    }
}
