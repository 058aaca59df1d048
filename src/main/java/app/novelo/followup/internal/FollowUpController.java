package app.novelo.followup.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Follow-ups by number. */
@RestController
@RequestMapping("/api/v1/follow-ups")
class FollowUpController {

    private final FollowUpList list;
    private final FollowUpRows rows;
    private final FollowUpDesk desk;
    private final FollowUpReader reader;
    private final Moments moments;
    private final Happenings happenings;
    private final Clock clock;

    FollowUpController(
            FollowUpList list,
            FollowUpRows rows,
            FollowUpDesk desk,
            FollowUpReader reader,
            Moments moments,
            Happenings happenings,
            Clock clock) {
        this.list = list;
        this.rows = rows;
        this.desk = desk;
        this.reader = reader;
        this.moments = moments;
        this.happenings = happenings;
        this.clock = clock;
    }

    @GetMapping
    Page<FollowUpView> list(Filter filter) {
        var caller = Callers.current();
        int most = Page.limit(filter.limit);
        var states = FollowUpList.states(filter.state);
        if (states.isEmpty()) {
            throw new BadRequest("state", "one of OPEN, DUE, DONE, CANCELLED, all");
        }
        var query = new FollowUpList.Query(
                states,
                filter.queue,
                filter.owner,
                filter.conversation,
                filter.customer,
                filter.caseNumber,
                filter.from,
                filter.to,
                filter.after,
                most + 1);
        var page = Page.of(list.of(caller, query), most, FollowUpList::cursor);
        return new Page<>(page.items().stream().map(this::view).toList(), page.next());
    }

    @GetMapping("/{number}")
    FollowUpView one(@PathVariable String number) {
        return story(visible(Callers.current(), number));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FollowUpView plan(
            @RequestBody FollowUpReader.Wish wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var caller = Callers.current();
        return story(desk.plan(caller, reader.read(caller, wish), reader.request(key, wish)));
    }

    /** Tells how the words are understood, and plans nothing. */
    @PostMapping("/when")
    Understood when(@RequestBody FollowUpReader.Words words) {
        var caller = Callers.current();
        var meant = reader.meant(caller, words);
        return new Understood(meant.wanted(), meant.dueAt(), !meant.dueAt().equals(meant.wanted()), meant.rest());
    }

    @PostMapping("/{number}/reschedule")
    FollowUpView reschedule(@PathVariable String number, @RequestBody Until until) {
        var caller = Callers.current();
        var one = visible(caller, number);
        var due = reader.due(until.dueAt, until.when, one.queue(), one.exact());
        return story(desk.reschedule(caller, number, due, Reason.of(until.reason, Reason.TO_PUT_OFF)));
    }

    @PostMapping("/{number}/done")
    FollowUpView done(@PathVariable String number) {
        var caller = Callers.current();
        visible(caller, number);
        return story(desk.done(caller, number));
    }

    @PostMapping("/{number}/cancel")
    FollowUpView cancel(@PathVariable String number, @RequestBody(required = false) @Nullable Why why) {
        var caller = Callers.current();
        visible(caller, number);
        var reason = Reason.of(why == null ? null : why.reason, Reason.TO_CANCEL);
        return story(desk.cancel(caller, number, reason));
    }

    private FollowUp visible(Caller caller, String number) {
        return rows.find(number)
                .filter(one -> FollowUpList.maySee(caller, one))
                .orElseThrow(() -> new NotFound("follow-up " + number));
    }

    private FollowUpView view(FollowUp one) {
        return FollowUpView.of(one, clock.instant(), null);
    }

    private FollowUpView story(FollowUp one) {
        return FollowUpView.of(one, clock.instant(), happenings.of(one.number()));
    }

    /** What narrows a list. */
    record Filter(
            @Nullable String state,
            @Nullable String queue,
            @Nullable String owner,
            @Nullable UUID conversation,
            @Nullable UUID customer,
            @BindParam("case") @Nullable String caseNumber,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer limit,
            @Nullable String after) {}

    record Until(@Nullable Instant dueAt, @Nullable String when, @Nullable String reason) {}

    record Why(@Nullable String reason) {}

    /**
     * @param wantedAt as it was said
     * @param dueAt when the queue is open
     * @param moved the two differ
     * @param what it is about
     */
    record Understood(Instant wantedAt, Instant dueAt, boolean moved, String what) {}
}
