package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Content;
import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.channel.TemplateUnavailable;
import app.novelo.channel.Templates;
import app.novelo.channel.Templates.Filled;
import app.novelo.conversation.Outgoing;
import app.novelo.platform.BadRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Templates as the customer will read them: filled in when they are queued, and once more when they depart, since the
 * channel may have changed them meanwhile.
 */
@Component
class TemplateWords {

    private final Templates templates;
    private final Lines lines;
    private final MediaRows media;
    private final ContentJson contents;
    private final JdbcClient jdbc;

    TemplateWords(Templates templates, Lines lines, MediaRows media, ContentJson contents, JdbcClient jdbc) {
        this.templates = templates;
        this.lines = lines;
        this.media = media;
        this.contents = contents;
        this.jdbc = jdbc;
    }

    /**
     * @return what is no template as it is
     * @throws TemplateUnavailable if it cannot be sent now
     * @throws BadRequest naming the value or the file that does not fit
     */
    Said filled(UUID line, Said said) {
        if (!(said.content() instanceof Content.Template asked)) {
            return said;
        }
        var filled = fill(lines.find(line).orElseThrow(), asked, said.media());
        return new Said(said.kind(), filled.text(), filled.content(), said.media(), said.replyTo());
    }

    /** A process' template that cannot be sent is queued nevertheless: its departure is refused where its diagram hears of it. */
    Outgoing filled(Outgoing outgoing) {
        if (!(outgoing.content() instanceof Content.Template asked)) {
            return outgoing;
        }
        try {
            var filled = fill(lineOf(outgoing.conversation()), asked, outgoing.media());
            return with(outgoing, filled.text(), filled.content());
        } catch (TemplateUnavailable e) {
            if (outgoing.origin() == null) {
                throw e;
            }
            return with(outgoing, asked.name(), asked);
        }
    }

    private static Outgoing with(Outgoing outgoing, String text, Content.Template content) {
        return new Outgoing(
                outgoing.conversation(),
                outgoing.caseNumber(),
                outgoing.author(),
                outgoing.kind(),
                text,
                content,
                outgoing.media(),
                outgoing.replyTo(),
                outgoing.notice(),
                outgoing.origin());
    }

    private Line lineOf(UUID conversation) {
        return jdbc.sql("select line from conversation.conversation where id = ?")
                .param(conversation)
                .query(UUID.class)
                .optional()
                .flatMap(lines::find)
                .orElseThrow();
    }

    private Filled fill(Line line, Content.Template asked, @Nullable UUID file) {
        var filled = templates.fill(line, asked);
        if (filled.file() == null) {
            if (file != null) {
                throw new BadRequest("media", "no file stands above this template");
            }
            return filled;
        }
        var above = file == null ? null : media.find(file).orElse(null);
        if (above == null) {
            throw new BadRequest(
                    "media", "above this template stands a file of kind %s; its id is needed".formatted(filled.file()));
        }
        var kind = SendableKind.of(filled.file()).orElseThrow();
        new FilePlace("media", List.of(kind), false).check(String.valueOf(above.mimeType()), above.size());
        return filled;
    }

    /**
     * What was queued, as it stands now; its reader sees the words that really go out.
     *
     * @throws TemplateUnavailable also if its values no longer fit
     */
    QueuedMessage asOfNow(QueuedMessage queued, Line line) {
        if (!(queued.content() instanceof Content.Template asked)) {
            return queued;
        }
        try {
            var filled = fill(line, asked, queued.media());
            if (!filled.content().equals(asked) || !filled.text().equals(queued.text())) {
                rewrite(queued, filled);
            }
            return queued.saying(filled.text(), filled.content());
        } catch (BadRequest e) {
            throw new TemplateUnavailable("changed", "", String.valueOf(e.getMessage()));
        }
    }

    private void rewrite(QueuedMessage queued, Filled filled) {
        jdbc.sql("update conversation.message set text = ?, content = ?::jsonb where id = ? and at = ?")
                .param(StorableText.of(filled.text()))
                .param(contents.write(filled.content()))
                .param(queued.message())
                .param(time(queued.at()))
                .update();
    }
}
