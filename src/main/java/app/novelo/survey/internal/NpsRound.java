package app.novelo.survey.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.channel.Templates;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.desk.Calendars;
import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import app.novelo.desk.UnusableCalendar;
import app.novelo.engine.Decisions;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins the surveys of a round, a portion at a time, each in the turn of the conversation in which it will be asked. */
@Component
class NpsRound {

    private static final Logger LOG = LoggerFactory.getLogger(NpsRound.class);
    private static final int PORTION = 20;

    private final NpsRounds rounds;
    private final Surveys surveys;
    private final Conversations conversations;
    private final Decisions decisions;
    private final Templates templates;
    private final Lines lines;
    private final Queues queues;
    private final Calendars calendars;
    private final Turns turns;
    private final Clock clock;

    NpsRound(
            NpsRounds rounds,
            Surveys surveys,
            Conversations conversations,
            Decisions decisions,
            Templates templates,
            Lines lines,
            Queues queues,
            Calendars calendars,
            Turns turns,
            Clock clock) {
        this.rounds = rounds;
        this.surveys = surveys;
        this.conversations = conversations;
        this.decisions = decisions;
        this.templates = templates;
        this.lines = lines;
        this.queues = queues;
        this.calendars = calendars;
        this.turns = turns;
        this.clock = clock;
    }

    /** @return whether there may be more */
    boolean portion() {
        var portion = rounds.next(PORTION);
        if (portion.isEmpty()) {
            return false;
        }
        portion.forEach(this::begin);
        rounds.end();
        return portion.size() == PORTION;
    }

    /** One who cannot be asked does not keep the others waiting. */
    private void begin(NpsRounds.Next next) {
        try {
            conversations
                    .latestOf(next.customer())
                    .ifPresentOrElse(
                            id -> turns.inTurn(Turn.ofConversation(id.toString()), () -> begin(next, id)),
                            () -> exclude(next, "neverWrote"));
        } catch (RuntimeException e) {
            LOG.warn("customer {} of the round {} could not be asked", next.customer(), next.round(), e);
            exclude(next, "failed");
        }
    }

    private void exclude(NpsRounds.Next next, String reason) {
        rounds.take(next);
        rounds.excluded(next, reason);
    }

    private void begin(NpsRounds.Next next, UUID id) {
        if (!rounds.take(next)) {
            return;
        }
        var conversation = conversations.required(id);
        var wayOut = closed(conversation)
                .or(() -> surveys.want(
                        new Surveys.Wanted(SurveyKind.NPS, id, null, next.round(), opening(conversation))));
        wayOut.ifPresent(reason -> rounds.excluded(next, reason));
    }

    /** Whoever must be asked by a template, where none is approved. */
    private Optional<String> closed(Conversation conversation) {
        if (conversation.window().isOpenAt(clock.instant())) {
            return Optional.empty();
        }
        var line = lines.find(conversation.line()).orElse(null);
        var name = line == null ? null : template(conversation, line);
        return line == null || name == null || templates.languages(line, name).isEmpty()
                ? Optional.of("noTemplate")
                : Optional.empty();
    }

    private @Nullable String template(Conversation conversation, Line line) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("purpose", SurveyKind.NPS.purpose());
        facts.put("intent", conversation.intent());
        facts.put("language", conversation.language());
        facts.put("line", line.display());
        facts.put("queue", conversation.queue());
        return decisions.evaluate("fallback-template", facts).stream()
                .findFirst()
                .map(rule -> rule.get("template"))
                .map(String::valueOf)
                .filter(name -> !name.isBlank())
                .orElse(null);
    }

    /** Nobody is asked at night: the line's calendar counts, else that of the conversation's queue. */
    private Instant opening(Conversation conversation) {
        var now = clock.instant();
        var calendar = lines.find(conversation.line())
                .map(Line::calendar)
                .or(() -> queues.find(queues.existing(conversation.queue())).map(Queue::calendar))
                .orElse(Calendars.CLOCK);
        try {
            return calendars.nextOpening(calendar, now).orElse(now);
        } catch (UnusableCalendar e) {
            return now;
        }
    }
}
