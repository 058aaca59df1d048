package app.novelo.survey.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.engine.Processes;
import app.novelo.platform.NoveloSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins surveys. Called within the conversation's turn. */
@Component
class Surveys {

    private final SurveyRows rows;
    private final MayAsk mayAsk;
    private final Cases cases;
    private final Conversations conversations;
    private final Processes processes;
    private final NoveloSettings novelo;
    private final Clock clock;

    Surveys(
            SurveyRows rows,
            MayAsk mayAsk,
            Cases cases,
            Conversations conversations,
            Processes processes,
            NoveloSettings novelo,
            Clock clock) {
        this.rows = rows;
        this.mayAsk = mayAsk;
        this.cases = cases;
        this.conversations = conversations;
        this.processes = processes;
        this.novelo = novelo;
        this.clock = clock;
    }

    /**
     * Whom a rule forbids to ask at all gets a row that says so, and no process.
     *
     * @return why he is not asked; empty if a survey has begun
     */
    Optional<String> want(Wanted wanted) {
        var conversation = conversations.required(wanted.conversation);
        var survey = survey(wanted, conversation);
        var refusal = mayAsk.refusesAhead(survey, conversation);
        refusal.ifPresentOrElse(
                reason -> rows.insert(refused(survey, reason), null),
                () -> rows.insert(survey, start(survey.number(), conversation.id(), wanted.kind, wanted.askAt, false)));
        return refusal;
    }

    /** @param caseNumber after which he is asked */
    record Wanted(
            SurveyKind kind, UUID conversation, @Nullable String caseNumber, @Nullable UUID round, Instant askAt) {}

    /** Nobody waits for his answer any more; it is looked at in the conversation in which it came. */
    void takeUp(Survey survey, UUID conversation) {
        var instance = start(survey.number(), conversation, survey.kind(), clock.instant(), true);
        rows.run(survey.number(), instance, conversation);
    }

    /** It rests at once: for its moment, or, where the answer is there, before the table is asked. */
    private String start(String number, UUID conversation, SurveyKind kind, Instant askAt, boolean late) {
        return processes.startByKey(
                SurveyProcess.KEY,
                number,
                CaseProcess.CONVERSATION.of(conversation.toString()),
                SurveyProcess.KIND.of(kind.id()),
                SurveyProcess.ASK_AT.of(askAt),
                SurveyProcess.LATE.of(late));
    }

    private Survey survey(Wanted wanted, Conversation conversation) {
        var now = clock.instant();
        var file = Optional.ofNullable(wanted.caseNumber).flatMap(cases::find);
        var year = now.atZone(novelo.timeZone()).getYear();
        return new Survey(
                "S-%d-%06d".formatted(year, rows.next()),
                wanted.kind,
                conversation.customer(),
                conversation.id(),
                conversation.line(),
                wanted.caseNumber,
                file.map(CaseFile::queue).orElse(conversation.queue()),
                file.map(CaseFile::owner).orElse(conversation.owner()),
                Survey.State.WAITING,
                null,
                wanted.round,
                now,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    private static Survey refused(Survey survey, String reason) {
        return new Survey(
                survey.number(),
                survey.kind(),
                survey.customer(),
                survey.conversation(),
                survey.line(),
                survey.caseNumber(),
                survey.queue(),
                survey.owner(),
                Survey.State.NOT_ASKED,
                reason,
                survey.round(),
                survey.wantedAt(),
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }
}
