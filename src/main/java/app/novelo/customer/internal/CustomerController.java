package app.novelo.customer.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
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

/** Customers, as far as the caller may see them. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerController {

    /** Longer than any name or number. */
    private static final int LONGEST_SEARCH = 200;

    private final CustomerSearch search;
    private final CustomerAccess access;
    private final CustomerEntry entry;
    private final CustomerDesk desk;
    private final CustomerViews views;

    CustomerController(
            CustomerSearch search, CustomerAccess access, CustomerEntry entry, CustomerDesk desk, CustomerViews views) {
        this.search = search;
        this.access = access;
        this.entry = entry;
        this.desk = desk;
        this.views = views;
    }

    @GetMapping
    Page<CustomerView> list(
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int most = Page.limit(limit);
        if (asked("email", email) != null) {
            return new Page<>(List.of(), null); // no channel of this release tells one
        }
        var page = search.find(
                Callers.current(), new CustomerSearch.Query(asked("phone", phone), asked("q", q), after, most));
        return new Page<>(views.of(page.items()), page.next());
    }

    static @Nullable String asked(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_SEARCH || text.indexOf('\0') >= 0) {
            throw new BadRequest(field, "at most " + LONGEST_SEARCH + " characters");
        }
        return text;
    }

    @GetMapping("/{id}")
    CustomerView one(@PathVariable UUID id) {
        return views.of(access.visible(Callers.current(), id));
    }

    /** Writes down somebody who has not written yet; the body is told in {@code docs/http-api.md}. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CustomerView add(@RequestBody ObjectNode customer) {
        return views.of(entry.add(Callers.current(), customer));
    }

    @PatchMapping("/{id}")
    CustomerView change(@PathVariable UUID id, @RequestBody ObjectNode change) {
        return views.of(desk.change(Callers.current(), id, change));
    }

    /**
     * Exactly one of the two.
     *
     * @param into the customer who goes on, with all that was this one's
     * @param other the customer who is merged into this one
     */
    record Merge(@Nullable UUID into, @Nullable UUID other) {}

    @PostMapping("/{id}/merge")
    CustomerView merge(@PathVariable UUID id, @RequestBody Merge merge) {
        var caller = Callers.current();
        if (merge.into != null && merge.other == null) {
            return views.of(desk.merge(caller, id, merge.into));
        }
        if (merge.other != null && merge.into == null) {
            return views.of(desk.merge(caller, merge.other, id));
        }
        throw new BadRequest("into", "either into or other names the second customer");
    }
}
