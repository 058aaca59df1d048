package app.novelo.lead.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Leads as a manager looks at them: the board, and what was lost without anyone having followed it up. */
@RestController
@RequestMapping("/api/v1/leads")
class LeadReportController {

    private final LeadBoard board;
    private final LostLeads lost;
    private final LeadSettings settings;

    LeadReportController(LeadBoard board, LostLeads lost, LeadSettings settings) {
        this.board = board;
        this.lost = lost;
        this.settings = settings;
    }

    /**
     * @param owner user id, or {@code me}
     * @param withoutNextStep only open ones for which nothing is planned, and no answer is due
     */
    @GetMapping("/board")
    LeadBoard.Board board(
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "false") boolean withoutNextStep) {
        var caller = Callers.current();
        return board.of(caller, wish(caller, queue, owner, withoutNextStep));
    }

    /** Cards of a stage behind those that the board has shown, or the page before. */
    @GetMapping("/board/{stage}")
    Page<BoardCards.Card> further(
            @PathVariable String stage,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "false") boolean withoutNextStep,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var caller = Callers.current();
        var of = Stage.of(stage).orElseThrow(() -> new NotFound("stage \"" + stage + "\""));
        return board.further(
                caller,
                wish(caller, queue, owner, withoutNextStep),
                of,
                LeadBoard.Last.of(of, after),
                Page.limit(limit));
    }

    private static LeadBoard.Wish wish(
            Caller caller, @Nullable String queue, @Nullable String owner, boolean withoutNextStep) {
        return new LeadBoard.Wish(queue, "me".equals(owner) ? caller.id() : owner, withoutNextStep);
    }

    /** What a move or a change may say. */
    @GetMapping("/choices")
    Choices choices() {
        return new Choices(
                Arrays.stream(Stage.values()).map(Stage::id).toList(),
                LostReasons.ALL,
                settings.currency(),
                settings.currencies(),
                Criterion.TIMELINES);
    }

    /** @param currency of a price of which nobody says another */
    record Choices(
            List<String> stages,
            List<String> lostReasons,
            String currency,
            List<String> currencies,
            List<String> timelines) {}

    /** Lost, or silent for {@code silentDays} and still open, with no follow-up ever due. */
    @GetMapping("/lost-without-follow-up")
    LostLeads.Report lost(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "14") int silentDays,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (silentDays < 1 || silentDays > 365) {
            throw new BadRequest("silentDays", "from 1 to 365");
        }
        return lost.of(Callers.current(), new LostLeads.Span(from, to, silentDays, Page.limit(limit)));
    }
}
