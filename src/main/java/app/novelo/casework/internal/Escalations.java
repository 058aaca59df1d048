package app.novelo.casework.internal;

import app.novelo.ai.Sentiment;
import app.novelo.ai.Understanding;
import app.novelo.casework.CaseAttention;
import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversation;
import app.novelo.engine.Processes;
import app.novelo.engine.Var;
import app.novelo.platform.AtCommit;
import app.novelo.platform.Events;
import app.novelo.servicelevel.Metric;
import app.novelo.servicelevel.ServiceLevelObserver;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notices that a case needs more attention than it gets, and starts its escalation just before the transaction commits: what
 * moves the case in it has come to rest by then. Of one cause there is one escalation at a time, and none right after it.
 */
@Component
class Escalations implements ServiceLevelObserver, CaseAttention {

    static final String SLA_WARNING = "slaWarning";
    static final String SLA_BREACHED = "slaBreached";
    static final String SENTIMENT = "sentiment";
    static final String WORD = "word";
    static final String ASKED_FOR_HELP = "askedForHelp";

    /** A customer's mood goes up and down; people who were told an hour ago know. */
    private static final Duration REST = Duration.ofHours(1);

    private final EscalationRows rows;
    private final CaseRows cases;
    private final Processes processes;
    private final Events events;
    private final IntakeSettings settings;
    private final Clock clock;
    private final AtCommit<Cause> raised = new AtCommit<>(this::startAll);

    Escalations(
            EscalationRows rows,
            CaseRows cases,
            Processes processes,
            Events events,
            IntakeSettings settings,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.processes = processes;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    private record Cause(String caseNumber, String event, @Nullable String metric) {}

    @Override
    public void warned(String caseNumber, Metric metric) {
        raise(caseNumber, SLA_WARNING, metric.id());
    }

    @Override
    public void breached(String caseNumber, Metric metric) {
        raise(caseNumber, SLA_BREACHED, metric.id());
    }

    /** @return false if somebody has asked for it within the hour, or nobody has reacted yet */
    boolean askForHelp(String caseNumber) {
        if (rows.isUnderWay(caseNumber, ASKED_FOR_HELP, clock.instant().minus(REST))) {
            return false;
        }
        raise(caseNumber, ASKED_FOR_HELP, null);
        return true;
    }

    @Override
    public void needed(String caseNumber, String event) {
        raise(caseNumber, event, null);
    }

    void raise(String caseNumber, String event, @Nullable String metric) {
        raised.add(new Cause(caseNumber, event, metric));
    }

    /**
     * After each push: whether what the customer said is news. The mood in which a case begins is its priority's business;
     * that it gets worse is ours.
     *
     * @param before the conversation as it stood when he wrote
     * @param caseNumber the case that his words belong to now
     */
    void listen(Conversation before, Understanding said, Supplier<@Nullable String> caseNumber) {
        boolean word = said.escalationWord() && !before.escalationWord();
        boolean worse = said.sentiment() == Sentiment.FRUSTRATED
                && said.confidence() >= settings.gate() // a mood found in words that nobody understands is none
                && before.caseNumber() != null
                && !Sentiment.FRUSTRATED.id().equals(before.sentiment());
        if (word || worse) {
            var number = caseNumber.get();
            if (number != null) {
                raise(number, word ? WORD : SENTIMENT, null);
            }
        }
    }

    private void startAll(List<Cause> causes) {
        causes.stream().distinct().forEach(this::start);
    }

    private void start(Cause cause) {
        cases.find(cause.caseNumber())
                .filter(file -> file.closedAt() == null && !file.isResolved())
                .ifPresent(file -> start(file, cause));
    }

    private void start(CaseFile file, Cause cause) {
        var now = clock.instant();
        rows.begin(file.number(), cause.event(), cause.metric(), now, now.minus(REST))
                .ifPresent(id -> {
                    events.append("case.escalated", Map.of("case", file.number(), "event", cause.event()));
                    run(file, id.toString());
                });
    }

    /** A case whose diagram does not draw it escalates all the same. */
    private void run(CaseFile file, String id) {
        var escalation = EscalationProcess.ESCALATION.of(id);
        if (!processes.nudge(file.processInstanceId(), EscalationProcess.ATTENTION_NEEDED, escalation)) {
            processes.startByKey(EscalationProcess.KEY, file.number(), escalation, conversation(file));
        }
    }

    private static Var.Value conversation(CaseFile file) {
        var conversation = file.conversation();
        return CaseProcess.CONVERSATION.of(conversation == null ? new UUID(0, 0).toString() : conversation.toString());
    }

    /** Nobody needs to react any more: whoever waits looks once more, and ends; whoever still tells people does so after it. */
    void settled(String caseNumber) {
        var now = clock.instant();
        for (var instance : rows.waiting(caseNumber)) {
            processes.set(instance, EscalationProcess.NEXT_LEVEL_AT.of(now));
            processes.moveTimer(instance, now);
        }
    }
}
