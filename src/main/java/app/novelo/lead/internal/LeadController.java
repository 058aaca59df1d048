package app.novelo.lead.internal;

import app.novelo.casework.CaseAccess;
import app.novelo.casework.CaseActs.Act;
import app.novelo.conversation.ConversationAccess;
import app.novelo.lead.internal.LeadViews.LeadView;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leads by number. */
@RestController
@RequestMapping("/api/v1/leads")
class LeadController {

    private final CaseAccess cases;
    private final ConversationAccess conversations;
    private final LeadViews views;
    private final LeadDesk desk;
    private final LeadMoves moves;
    private final LeadSearch search;
    private final Clock clock;

    LeadController(
            CaseAccess cases,
            ConversationAccess conversations,
            LeadViews views,
            LeadDesk desk,
            LeadMoves moves,
            LeadSearch search,
            Clock clock) {
        this.cases = cases;
        this.conversations = conversations;
        this.views = views;
        this.desk = desk;
        this.moves = moves;
        this.search = search;
        this.clock = clock;
    }

    /**
     * @param withoutNextStep only open ones for which nothing is planned, and no answer is due
     * @param q a part of number, customer or product, or words of what was offered; then nothing else is asked for
     */
    @GetMapping
    Page<LeadView> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(defaultValue = "false") boolean withoutNextStep,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int most = Page.limit(limit);
        if (q != null) {
            return new Page<>(views.of(search.found(Callers.current(), q, most)), null);
        }
        var query = new CaseAccess.Query(
                LeadProcess.KIND, state, queue, after, most + 1, withoutNextStep ? clock.instant() : null);
        var page = Page.of(cases.list(Callers.current(), query), most, CaseAccess::cursor);
        return new Page<>(views.of(page.items()), page.next());
    }

    @GetMapping("/{number}")
    LeadView one(@PathVariable String number) {
        return view(number);
    }

    /** @return the lead; the customer is told nothing of it */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LeadView open(@RequestBody Opening opening) {
        var caller = Callers.current();
        if (opening.conversation == null) {
            throw new BadRequest("conversation", "is missing");
        }
        conversations.visible(caller, opening.conversation);
        return view(desk.open(
                caller,
                opening.conversation,
                new LeadDesk.Wanted(
                        opening.queue, opening.source, opening.sourceDetail, opening.note, opening.fields)));
    }

    @PatchMapping("/{number}")
    LeadView change(@PathVariable String number, @RequestBody JsonNode patch) {
        var caller = Callers.current();
        desk.change(caller, cases.visible(caller, LeadProcess.KIND, number), patch);
        return view(number);
    }

    /** 409 {@code move-refused} with {@code why} where the process does not allow it. */
    @PostMapping("/{number}/move")
    LeadView move(@PathVariable String number, @RequestBody Moving moving) {
        var caller = Callers.current();
        var to = Stage.of(moving.stage)
                .orElseThrow(() -> new BadRequest(
                        "stage",
                        "one of " + Arrays.stream(Stage.values()).map(Stage::id).collect(Collectors.joining(", "))));
        moves.move(
                caller,
                cases.visible(caller, LeadProcess.KIND, number),
                new LeadMoves.Move(
                        to,
                        moving.reason,
                        moving.competitor,
                        moving.value,
                        moving.currency,
                        moving.until,
                        Act.note(moving.note)));
        return view(number);
    }

    /** Whoever has moved it to another queue may not see it any more; it is moved all the same. */
    private LeadView view(String number) {
        return views.of(List.of(cases.visible(Callers.current(), LeadProcess.KIND, number)))
                .get(0);
    }

    /** @param fields as a change takes them */
    record Opening(
            @Nullable UUID conversation,
            @Nullable String queue,
            @Nullable String source,
            @Nullable String sourceDetail,
            @Nullable String note,
            @Nullable JsonNode fields) {}

    record Moving(
            @Nullable String stage,
            @Nullable String reason,
            @Nullable String competitor,
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable Instant until,
            @Nullable String note) {}
}
