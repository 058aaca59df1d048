package app.novelo.customer.internal;

import app.novelo.customer.TimelineSource;
import app.novelo.customer.TimelineSource.Entry;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happened with a customer, in order. */
@RestController
@RequestMapping("/api/v1/customers/{id}/timeline")
class TimelineController {

    private static final Comparator<Item> IN_ORDER =
            Comparator.comparing(Item::at).thenComparing(Item::type).thenComparing(Item::seq);

    private final CustomerAccess access;
    private final List<TimelineSource> sources;

    TimelineController(CustomerAccess access, List<TimelineSource> sources) {
        this.access = access;
        this.sources = sources;
    }

    @GetMapping
    Page<Item> entries(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "oldest") String order,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var caller = Callers.current();
        var customer = access.visible(caller, id).id();
        boolean newestFirst = isNewestFirst(order);
        int most = Page.limit(limit);
        var from = TimelineCursor.of(after, newestFirst);
        var items = sources.stream()
                .flatMap(source ->
                        source.entries(caller, customer, from.span(source.type(), newestFirst, most + 1)).stream()
                                .map(entry -> Item.of(source.type(), entry)))
                .sorted(newestFirst ? IN_ORDER.reversed() : IN_ORDER)
                .limit(most + 1L)
                .toList();
        return Page.of(items, most, item -> TimelineCursor.text(item.at, item.type, item.seq));
    }

    private static boolean isNewestFirst(String order) {
        return switch (order) {
            case "newest" -> true;
            case "oldest" -> false;
            default -> throw new BadRequest("order", "oldest or newest");
        };
    }

    /** @param type tells what the content is */
    record Item(String type, Instant at, long seq, Object content) {

        static Item of(String type, Entry entry) {
            return new Item(type, entry.at(), entry.seq(), entry.content());
        }
    }
}
