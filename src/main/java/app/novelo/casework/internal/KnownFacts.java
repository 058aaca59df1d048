package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Unhandled;
import app.novelo.customer.Customers;
import app.novelo.customer.Customers.Standing;
import app.novelo.desk.Calendars;
import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import app.novelo.desk.Staffing;
import app.novelo.desk.UnusableCalendar;
import app.novelo.engine.DecisionFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every scalar that is known of a conversation and its case, under the names that tables use. */
@Component
class KnownFacts implements DecisionFacts {

    /** The press of a button, whose words are ours. */
    private static final String PRESSED = "interactive";

    private static final Duration A_WEEK = Duration.ofDays(7);

    private final Conversations conversations;
    private final Customers customers;
    private final Lines lines;
    private final Queues queues;
    private final Calendars calendars;
    private final Staffing staffing;
    private final CaseRows cases;
    private final Kinds kinds;
    private final IntakeSettings settings;
    private final Clock clock;

    KnownFacts(
            Conversations conversations,
            Customers customers,
            Lines lines,
            Queues queues,
            Calendars calendars,
            Staffing staffing,
            CaseRows cases,
            Kinds kinds,
            IntakeSettings settings,
            Clock clock) {
        this.conversations = conversations;
        this.customers = customers;
        this.lines = lines;
        this.queues = queues;
        this.calendars = calendars;
        this.staffing = staffing;
        this.cases = cases;
        this.kinds = kinds;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Map<String, @Nullable Object> of(String processKey, @Nullable String businessKey) {
        var file = businessKey == null ? null : cases.find(businessKey).orElse(null);
        return of(processKey, file, conversation(businessKey, file));
    }

    /** For whoever has read both just now. */
    Map<String, @Nullable Object> of(CaseFile file, Conversation conversation) {
        return of("", file, Optional.of(conversation));
    }

    private Map<String, @Nullable Object> of(String processKey, @Nullable CaseFile file, Optional<Conversation> about) {
        var facts = unknown();
        facts.put("process", processKey);
        about.ifPresent(conversation -> {
            said(conversation, facts);
            facts.put("hasText", hasText(conversation, file));
            facts.put("asked", 0);
            surroundings(conversation, file, facts);
        });
        if (file != null) {
            facts.put("kind", file.kind());
            facts.putAll(kinds.facts(file));
            facts.put("priority", file.priority());
            facts.put("queue", file.queue());
        }
        return facts;
    }

    /** Names that tables may read although nothing is known: null, never an error. */
    private static Map<String, @Nullable Object> unknown() {
        var facts = new HashMap<String, @Nullable Object>();
        for (var name : FactNames.ALL) {
            facts.put(name, null);
        }
        return facts;
    }

    private Optional<Conversation> conversation(@Nullable String businessKey, @Nullable CaseFile file) {
        if (file != null) {
            return Optional.ofNullable(file.conversation()).flatMap(conversations::find);
        }
        try {
            return businessKey == null ? Optional.empty() : conversations.find(UUID.fromString(businessKey));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void said(Conversation conversation, Map<String, @Nullable Object> facts) {
        facts.put("intent", conversation.intent());
        facts.put("confidence", conversation.confidence());
        facts.put("sentiment", conversation.sentiment());
        facts.put("lastSentiment", conversation.sentiment());
        facts.put("urgency", conversation.urgency());
        facts.put("language", conversation.language());
        facts.put("gesture", conversation.gesture());
        facts.put("escalationWord", conversation.escalationWord());
        facts.put("channel", conversation.channel());
        facts.put("turn", conversation.turns());
        facts.put("fromAd", conversation.referral() != null);
        facts.put("speaker", conversation.speaker().name());
    }

    /** What is understood was said in words; else the newest of what no case has is looked at. An order is none. */
    private boolean hasText(Conversation conversation, @Nullable CaseFile file) {
        if (file != null || conversation.confidence() != null && conversation.confidence() >= settings.gate()) {
            return true;
        }
        return conversations.saidWithoutCase(conversation.id()).stream()
                .filter(message -> !message.kind().equals(PRESSED))
                .reduce((earlier, later) -> later)
                .filter(KnownFacts::isText)
                .isPresent();
    }

    private static boolean isText(Unhandled message) {
        return message.kind().equals("text")
                && message.text() != null
                && !message.text().isBlank();
    }

    private void surroundings(Conversation conversation, @Nullable CaseFile file, Map<String, @Nullable Object> facts) {
        var now = clock.instant();
        var past = cases.past(conversation.customer(), file == null ? null : file.number(), now.minus(A_WEEK));
        var line = lines.find(conversation.line());
        facts.put("windowOpen", conversation.window().isOpenAt(now));
        facts.put("line", line.map(Line::display).orElse(null));
        facts.put("hasOpenCase", past.open());
        facts.put("isKnownCustomer", past.known());
        facts.put("recontacts7d", past.recent());
        facts.put(
                "minutesSinceClosed",
                past.lastClosedAt() == null
                        ? null
                        : Duration.between(past.lastClosedAt(), now).toMinutes());
        var standing = customers.standing(conversation.customer());
        facts.put("segment", standing.map(Standing::segment).orElse(null));
        facts.put("contract", standing.map(Standing::contract).orElse(null));
        staff(standing.map(Standing::owner).orElse(null), conversation, file, facts);
        facts.put("businessHours", calendars.isOpen(calendar(line), now));
    }

    private void staff(
            @Nullable String owner,
            Conversation conversation,
            @Nullable CaseFile file,
            Map<String, @Nullable Object> facts) {
        var having = responsible(conversation, file);
        var responsible = having == null ? owner : having;
        facts.put("customerOwnerOnShift", owner != null && staffing.isOnShift(owner));
        facts.put("ownerPresent", responsible != null && staffing.isPresent(responsible));
        facts.put("anybodyOnShift", staffing.anybodyOnShift(conversation.queue()));
        facts.put("nextOpening", nextOpening(conversation.queue()));
    }

    /** Of several cases each has an owner of its own; whoever has the word in the conversation speaks for the one it is about. */
    private static @Nullable String responsible(Conversation conversation, @Nullable CaseFile file) {
        if (file != null && file.owner() != null) {
            return file.owner();
        }
        return file == null || file.number().equals(conversation.caseNumber()) ? conversation.owner() : null;
    }

    /** @return as ISO 8601 writes it; null if the queue's calendar does not open again */
    private @Nullable String nextOpening(String queue) {
        try {
            return queues.find(queue)
                    .flatMap(found -> calendars.nextOpening(found.calendar(), clock.instant()))
                    .map(Instant::toString)
                    .orElse(null);
        } catch (UnusableCalendar e) {
            return null;
        }
    }

    /** The line's own, else that of the queue where its conversations begin. */
    private String calendar(Optional<Line> line) {
        return line.map(Line::calendar)
                .or(() -> queues.find(queues.existing(line.map(Line::queue).orElse(null)))
                        .map(Queue::calendar))
                .orElse(Calendars.CLOCK);
    }
}
