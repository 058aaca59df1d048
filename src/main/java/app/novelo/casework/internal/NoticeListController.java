package app.novelo.casework.internal;

import app.novelo.casework.internal.Notices.Notice;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
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

/** What the caller is told and has not read. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeListController {

    private final Notices notices;
    private final Customers customers;
    private final WorkItems work;

    NoticeListController(Notices notices, Customers customers, WorkItems work) {
        this.notices = notices;
        this.customers = customers;
        this.work = work;
    }

    @GetMapping
    Page<Line> list(@RequestParam(required = false) @Nullable Integer limit) {
        var unread = notices.unread(Callers.current(), Page.limit(limit));
        var people = customers.find(unread.stream().map(Notice::customer).collect(Collectors.toSet()));
        var tasks = work.taskOfEach(unread.stream().map(Notice::number).collect(Collectors.toSet()));
        return new Page<>(lines(unread, people, tasks), null);
    }

    private static List<Line> lines(List<Notice> unread, Map<UUID, Customer> people, Map<String, String> tasks) {
        return unread.stream()
                .map(notice -> {
                    var customer = people.get(notice.customer());
                    return new Line(notice, customer == null ? null : customer.name(), tasks.get(notice.number()));
                })
                .toList();
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable long id) {
        if (!notices.read(Callers.current(), id)) {
            throw new NotFound("notice " + id);
        }
    }

    /** All that he has been shown; what has come since stays. */
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(@RequestBody Shown shown) {
        notices.readUpTo(Callers.current(), shown.upTo);
    }

    /** @param upTo id of the newest notice that he has seen */
    record Shown(long upTo) {}

    /** @param task in which people work on the case; null if none waits */
    record Line(@JsonUnwrapped Notice notice, @Nullable String customerName, @Nullable String task) {}
}
