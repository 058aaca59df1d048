package app.novelo.conversation.internal;

import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.ConversationState;
import app.novelo.conversation.OnlyRead;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Conversations, as far as the caller may see them, and who has the word. */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {

    private final ConversationAccess access;
    private final ConversationList list;
    private final ConversationViews views;
    private final Customers customers;
    private final Word word;

    ConversationController(
            ConversationAccess access, ConversationList list, ConversationViews views, Customers customers, Word word) {
        this.access = access;
        this.list = list;
        this.views = views;
        this.customers = customers;
        this.word = word;
    }

    @GetMapping
    Page<ConversationView> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int most = Page.limit(limit);
        var found = list.find(new ConversationList.Query(
                Callers.current(), state(state), queue, owner, goesOn(customer), after, most + 1));
        var page = Page.of(found, most, ConversationList::cursor);
        return new Page<>(views.of(page.items()), page.next());
    }

    /** Who was merged has his conversations under the one who goes on. */
    private @Nullable UUID goesOn(@Nullable UUID customer) {
        return customer == null
                ? null
                : customers.find(customer).map(Customer::id).orElse(customer);
    }

    private static @Nullable ConversationState state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(ConversationState.values())
                .filter(state -> state.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadRequest("state", "unknown state"));
    }

    @GetMapping("/{id}")
    ConversationView one(@PathVariable UUID id) {
        return views.of(access.visible(Callers.current(), id));
    }

    /** Takes the word from whoever has it. */
    @PostMapping("/{id}/takeover")
    ConversationView takeover(@PathVariable UUID id) {
        return views.of(word.take(caller(id), id));
    }

    /** Gives the word back to the process. */
    @PostMapping("/{id}/release")
    ConversationView release(@PathVariable UUID id) {
        return views.of(word.release(caller(id), id));
    }

    private Caller caller(UUID conversation) {
        var caller = Callers.current();
        if (access.visible(caller, conversation).imported()) {
            throw new OnlyRead();
        }
        return caller;
    }
}
