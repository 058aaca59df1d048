package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.channel.Lines;
import app.novelo.channel.OutboundMessage;
import app.novelo.channel.SendOutcome;
import app.novelo.channel.Templates;
import app.novelo.conversation.internal.LateFailures.LateFailure;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the channel's answer to a template tells of it: that our copy is stale, or that the message is held back. */
@Component
class SentTemplates {

    /** The channel's code of a template that is paused: it may have kept messages back until then. */
    private static final int PAUSED = 132015;

    private final Templates templates;
    private final Lines lines;
    private final ContentJson contents;
    private final JdbcClient jdbc;

    SentTemplates(Templates templates, Lines lines, ContentJson contents, JdbcClient jdbc) {
        this.templates = templates;
        this.lines = lines;
        this.contents = contents;
        this.jdbc = jdbc;
    }

    /** May be repeated. */
    void settled(OutboundMessage message, SendOutcome outcome) {
        if (!(message.content() instanceof Content.Template template)) {
            return;
        }
        if (outcome instanceof SendOutcome.Refused refused) {
            templates.refused(message.line(), template, refused.error().code());
        } else if (outcome instanceof SendOutcome.Accepted accepted && accepted.held() != null) {
            held(message.id(), accepted.held());
            if (accepted.held().equals("paused")) {
                templates.refused(message.line(), template, PAUSED);
            }
        }
    }

    private void held(UUID message, String why) {
        var held = JsonNodeFactory.instance.objectNode().put("held", why).toString();
        jdbc.sql(
                        """
                        update conversation.message set circumstances = coalesce(circumstances, '{}') || ?::jsonb where id = ?""")
                .param(StorableText.ofJson(held))
                .param(message)
                .update();
    }

    /** It had been accepted, and failed afterwards. */
    void failed(LateFailure failure) {
        jdbc.sql(
                        """
                        select c.line, m.content from conversation.message m
                        join conversation.conversation c on c.id = m.conversation
                        where m.id = ? and m.kind = 'template' and m.direction = 'OUT'""")
                .param(failure.message())
                .query((row, n) -> {
                    var line = lines.find(row.getObject("line", UUID.class)).orElseThrow();
                    if (contents.sendable(row.getString("content")) instanceof Content.Template template) {
                        templates.refused(line, template, failure.code());
                    }
                    return line;
                })
                .optional();
    }
}
