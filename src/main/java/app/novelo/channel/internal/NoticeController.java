package app.novelo.channel.internal;

import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import app.novelo.platform.Wakeups;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a channel told about the account, and webhook fields that nobody handles yet; for managers, the newest first. */
@RestController
class NoticeController {

    /** Characters of a payload in the list; the whole of it stays in the table. */
    private static final int SHOWN = 4_000;

    private final JdbcClient jdbc;
    private final WaitingNotices waiting;
    private final Wakeups wakeups;

    NoticeController(JdbcClient jdbc, WaitingNotices waiting, Wakeups wakeups) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.wakeups = wakeups;
    }

    @GetMapping("/api/v1/inbox/notices")
    Page<Notice> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long after) {
        Callers.managersOnly();
        int most = Page.limit(limit);
        var rows = jdbc.sql(
                        "select id, at, account, field, left(payload, ?) as text, waits, problem from channel.notice where id < ? order by id desc limit ?")
                .param(SHOWN)
                .param(after == null ? Long.MAX_VALUE : after)
                .param(most + 1)
                .query((row, n) -> new Notice(
                        Long.toString(row.getLong("id")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("account"),
                        row.getString("field"),
                        row.getString("text"),
                        row.getBoolean("waits"),
                        row.getString("problem")))
                .list();
        return Page.of(rows, most, Notice::id);
    }

    /** A manager has seen to what was in its way. */
    @PostMapping("/api/v1/inbox/notices/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable long id) {
        Callers.managersOnly();
        if (!waiting.again(id)) {
            throw new NotFound("notice " + id);
        }
        wakeups.signal(NoticeLoop.NOTICES);
    }

    /**
     * @param account the channel's id of the business account; empty where it named none
     * @param payload the {@code value} of the change, as JSON text, cut after some thousand characters
     * @param waits it will be acted on, or tried again
     * @param problem why it could not be acted on; null if it was, or nothing is to be done
     */
    record Notice(
            String id,
            Instant at,
            String account,
            String field,
            String payload,
            boolean waits,
            @Nullable String problem) {}
}
