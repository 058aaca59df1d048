package app.novelo.customer.internal;

import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import java.util.UUID;
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

/** What a customer allows, by whoever sees him. */
@RestController
@RequestMapping("/api/v1/customers/{id}/consents")
class ConsentController {

    private final CustomerAccess access;
    private final ConsentLedger ledger;
    private final ConsentDesk desk;

    ConsentController(CustomerAccess access, ConsentLedger ledger, ConsentDesk desk) {
        this.access = access;
        this.ledger = ledger;
        this.desk = desk;
    }

    /** The whole ledger, the newest first. */
    @GetMapping
    Page<ConsentView> all(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var customer = access.visible(Callers.current(), id).id();
        int most = Page.limit(limit);
        var page = Page.of(ledger.of(customer, ConsentCursor.of(after), most + 1), most, ConsentCursor::text);
        return new Page<>(page.items().stream().map(ConsentView::of).toList(), page.next());
    }

    /** @return what counts for that purpose now, which is something newer if an old entry was written down late */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ConsentView add(@PathVariable UUID id, @RequestBody ConsentReader.Told told) {
        return ConsentView.of(desk.add(Callers.current(), id, told));
    }
}
