package app.novelo.conversation.internal;

import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Sql;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a message said before its customer changed it or took it back; for managers. */
@RestController
class MessageAuditController {

    private final MessageList messages;
    private final ContentJson contents;
    private final JdbcClient jdbc;

    MessageAuditController(MessageList messages, ContentJson contents, JdbcClient jdbc) {
        this.messages = messages;
        this.contents = contents;
        this.jdbc = jdbc;
    }

    @GetMapping(value = "/api/v1/conversations/{id}/messages/{message}", params = "audit=true")
    Audited one(@PathVariable UUID id, @PathVariable UUID message) {
        Callers.managersOnly();
        var found = messages.whole(id, message).orElseThrow(() -> new NotFound("message " + message));
        return new Audited(found, versions(message));
    }

    private List<Version> versions(UUID message) {
        return jdbc.sql(
                        "select text, content, until from conversation.message_version where message = ? order by until, seq")
                .param(message)
                .query((row, n) -> new Version(
                        row.getString("text"), contents.tree(row.getString("content")), Sql.instant(row, "until")))
                .list();
    }

    /** @param versions what it said before, the oldest first */
    record Audited(@JsonUnwrapped MessageView message, List<Version> versions) {}

    /** @param until when it was edited away */
    record Version(@Nullable String text, @Nullable JsonNode content, Instant until) {}
}
