package app.novelo.channel.internal;

import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a channel told about the account, and webhook fields that nobody handles yet; for managers, the newest first. */
@RestController
class NoticeController {

    /** Characters of a payload in the list; the whole of it stays in the table. */
    private static final int SHOWN = 4_000;

    private final JdbcClient jdbc;

    NoticeController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/inbox/notices")
    Page<Notice> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long after) {
        Callers.managersOnly();
        int most = Page.limit(limit);
        var rows = jdbc.sql(
                        "select id, at, field, left(payload, ?) as text from channel.notice where id < ? order by id desc limit ?")
                .param(SHOWN)
                .param(after == null ? Long.MAX_VALUE : after)
                .param(most + 1)
                .query((row, n) -> new Notice(
                        Long.toString(row.getLong("id")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("field"),
                        row.getString("text")))
                .list();
        return Page.of(rows, most, Notice::id);
    }

    /** @param payload the {@code value} of the change, as JSON text, cut after some thousand characters */
    record Notice(String id, Instant at, String field, String payload) {}
}
