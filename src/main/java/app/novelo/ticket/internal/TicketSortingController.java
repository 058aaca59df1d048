package app.novelo.ticket.internal;

import app.novelo.casework.CaseAccess;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseSorting;
import app.novelo.casework.CaseSorting.NewCase;
import app.novelo.conversation.ConversationAccess;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tickets that people open, split, merge and link. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketSortingController {

    private static final int MOST_MESSAGES = 200;

    private final CaseAccess cases;
    private final CaseSorting sorting;
    private final ConversationAccess conversations;

    TicketSortingController(CaseAccess cases, CaseSorting sorting, ConversationAccess conversations) {
        this.cases = cases;
        this.sorting = sorting;
        this.conversations = conversations;
    }

    /** @return the protocol, of which the customer is told */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@RequestBody Opening opening) {
        var caller = Callers.current();
        if (opening.conversation == null) {
            throw new BadRequest("conversation", "is missing");
        }
        conversations.visible(caller, opening.conversation);
        var wanted = new NewCase(
                TicketProcess.KIND,
                opening.conversation,
                opening.queue,
                opening.intent,
                messages(opening.messages, true),
                Act.note(opening.note));
        return new Opened(sorting.open(caller, wanted));
    }

    @PostMapping("/{number}/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable String number, @RequestBody Given given) {
        sorting.give(Callers.current(), visible(number), messages(given.messages, false));
    }

    @PostMapping("/{number}/merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void merge(@PathVariable String number, @RequestBody Merge merge) {
        var caller = Callers.current();
        sorting.merge(
                caller, visible(number), visible(merge.into), new Act("merged", Act.note(merge.note), caller.id()));
    }

    @GetMapping("/{number}/links")
    Links links(@PathVariable String number) {
        return new Links(sorting.links(Callers.current(), visible(number).number()));
    }

    @PostMapping("/{number}/links")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(@PathVariable String number, @RequestBody ToLink link) {
        sorting.link(Callers.current(), visible(number), visible(link.to));
    }

    @DeleteMapping("/{number}/links/{other}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable String number, @PathVariable String other) {
        sorting.unlink(Callers.current(), visible(number), other);
    }

    private CaseFile visible(@Nullable String number) {
        if (number == null) {
            throw new BadRequest("ticket", "is missing");
        }
        return cases.visible(Callers.current(), TicketProcess.KIND, number);
    }

    private static List<UUID> messages(@Nullable List<UUID> messages, boolean mayBeNone) {
        if (messages == null || messages.isEmpty()) {
            if (mayBeNone) {
                return List.of();
            }
            throw new BadRequest("messages", "are missing");
        }
        if (messages.size() > MOST_MESSAGES) {
            throw new BadRequest("messages", "at most " + MOST_MESSAGES + " at once");
        }
        return messages.stream().distinct().toList();
    }

    record Opening(
            @Nullable UUID conversation,
            @Nullable String queue,
            @Nullable String intent,
            @Nullable List<UUID> messages,
            @Nullable String note) {}

    record Opened(String number) {}

    record Given(@Nullable List<UUID> messages) {}

    record Merge(@Nullable String into, @Nullable String note) {}

    record ToLink(@Nullable String to) {}

    record Links(List<CaseSorting.Link> items) {}
}
