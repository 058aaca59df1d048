package app.novelo.customer.internal;

import app.novelo.customer.Consent;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.customer.Purpose;
import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who allows what, for managers. */
@RestController
@RequestMapping("/api/v1/consents")
class ConsentListController {

    private final ConsentList list;
    private final Customers customers;

    ConsentListController(ConsentList list, Customers customers) {
        this.list = list;
        this.customers = customers;
    }

    @GetMapping
    Page<OfCustomer> list(
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Callers.managersOnly();
        int most = Page.limit(limit);
        var found = list.find(new ConsentList.Query(
                purpose == null ? null : ConsentReader.word("purpose", Purpose.class, purpose),
                state == null ? null : ConsentReader.word("state", Consent.State.class, state),
                CustomerController.asked("q", q),
                ConsentCursor.of(after),
                most + 1));
        var page = Page.of(found, most, ConsentCursor::text);
        var people = customers.find(
                page.items().stream().map(ConsentRows.Entry::asked).collect(Collectors.toSet()));
        return new Page<>(
                page.items().stream()
                        .map(entry -> new OfCustomer(Person.of(people.get(entry.asked())), ConsentView.of(entry)))
                        .toList(),
                page.next());
    }

    /** A consent with its customer beside it. */
    record OfCustomer(@Nullable Person customer, @JsonUnwrapped ConsentView consent) {}

    /** The customer, as much as a list shows. */
    record Person(UUID id, String name, @Nullable String phone, @Nullable String phoneDisplay) {

        static @Nullable Person of(@Nullable Customer customer) {
            return customer == null
                    ? null
                    : new Person(customer.id(), customer.name(), customer.phone(), customer.phoneDisplay());
        }
    }
}
