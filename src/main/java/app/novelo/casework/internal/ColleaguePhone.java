package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.internal.EscalationRows.Escalation;
import app.novelo.channel.Content;
import app.novelo.channel.Line;
import app.novelo.channel.LineStops;
import app.novelo.channel.Lines;
import app.novelo.channel.OutboundChannel;
import app.novelo.channel.OutboundMessage;
import app.novelo.channel.SendOutcome;
import app.novelo.channel.TemplateUnavailable;
import app.novelo.channel.Templates;
import app.novelo.channel.Templates.Filled;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.desk.OwnNumbers;
import app.novelo.engine.People.Person;
import app.novelo.platform.BadRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells a colleague on his own WhatsApp that a case needs him, with the template of the settings. He is no customer: what is
 * written to him has no conversation, and so does not go through the send queue ({@code docs/adr/0032}). Called outside any
 * transaction; tries once.
 */
@Component
class ColleaguePhone {

    /** The channel has not answered, or answers nobody now: others need not wait for it. */
    static final String AWAY = "away";

    private final EscalationSettings settings;
    private final EscalationLetter words;
    private final OwnNumbers numbers;
    private final Lines lines;
    private final LineStops stops;
    private final Conversations conversations;
    private final Templates templates;
    private final List<OutboundChannel> channels;

    ColleaguePhone(
            EscalationSettings settings,
            EscalationLetter words,
            OwnNumbers numbers,
            Lines lines,
            LineStops stops,
            Conversations conversations,
            Templates templates,
            List<OutboundChannel> channels) {
        this.settings = settings;
        this.words = words;
        this.numbers = numbers;
        this.lines = lines;
        this.stops = stops;
        this.conversations = conversations;
        this.templates = templates;
        this.channels = channels;
    }

    /** What became of it. */
    sealed interface Told {

        record Accepted(String providerId) implements Told {}

        /** @param why a code such as {@code no-number}, or the channel's own words */
        record NotReached(String why) implements Told {}
    }

    Told tell(Person person, CaseFile file, Escalation escalation) {
        var number = numbers.of(person.id()).orElse(null);
        if (number == null) {
            return new Told.NotReached("no-number");
        }
        if (settings.template().isEmpty()) {
            return new Told.NotReached("no-template");
        }
        var line = line(file).orElse(null);
        if (line == null || stops.all().containsKey(line.id())) {
            return new Told.NotReached(line == null ? "no-line" : "line-stopped");
        }
        try {
            return send(number, line, filled(line, file, escalation));
        } catch (TemplateUnavailable e) {
            return new Told.NotReached("template-unavailable");
        } catch (BadRequest e) {
            return new Told.NotReached("template-does-not-fit");
        }
    }

    private Optional<Line> line(CaseFile file) {
        return Optional.ofNullable(settings.line())
                .or(() -> Optional.ofNullable(file.conversation())
                        .flatMap(conversations::find)
                        .map(Conversation::line))
                .flatMap(lines::find);
    }

    /** The template says which of the words it wants. */
    private Filled filled(Line line, CaseFile file, Escalation escalation) {
        var known = words.values(file, escalation);
        var wanted = templates
                .find(line, settings.template(), settings.templateLanguage())
                .map(template -> template.variables())
                .orElse(List.of());
        Map<String, String> values = wanted.stream()
                .filter(known::containsKey)
                .collect(Collectors.toMap(variable -> variable, variable -> String.valueOf(known.get(variable))));
        var filled =
                templates.fill(line, Templates.asked(settings.template(), settings.templateLanguage(), values, null));
        if (filled.file() != null) {
            throw new BadRequest("media", "a file stands above this template");
        }
        return filled;
    }

    private Told send(String number, Line line, Filled filled) {
        Content.Template content = filled.content();
        var outcome = channel(line)
                .send(new OutboundMessage(
                        UUID.randomUUID(), line, number, null, "template", filled.text(), content, null, null));
        if (outcome instanceof SendOutcome.Accepted accepted) {
            return new Told.Accepted(accepted.providerId());
        }
        if (outcome instanceof SendOutcome.Refused refused) {
            if (refused.reason() == SendOutcome.Reason.TEMPLATE_UNAVAILABLE) {
                templates.refused(line, content, refused.error().code());
            }
            return new Told.NotReached("refused-" + refused.error().code());
        }
        return new Told.NotReached(AWAY);
    }

    private OutboundChannel channel(Line line) {
        return channels.stream()
                .filter(one -> one.channel().equals(line.channel()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no channel " + line.channel()));
    }
}
