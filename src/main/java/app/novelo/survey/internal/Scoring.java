package app.novelo.survey.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Outgoing;
import app.novelo.conversation.SendQueue;
import app.novelo.conversation.Texts;
import app.novelo.conversation.Unhandled;
import app.novelo.engine.Processes;
import app.novelo.platform.Company;
import app.novelo.platform.Events;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Counts scores. The last one within a day of the first is the answer; what comes after that is kept and thanked for. Nobody
 * is asked twice to react to the same score.
 */
@Component
class Scoring {

    /** Characters of a comment. */
    private static final int LONGEST_COMMENT = 2000;

    private final SurveyRows surveys;
    private final Surveys processes;
    private final Processes engine;
    private final Conversations conversations;
    private final SendQueue queue;
    private final Texts texts;
    private final SurveySettings settings;
    private final Events events;
    private final String company;
    private final Clock clock;

    Scoring(
            SurveyRows surveys,
            Surveys processes,
            Processes engine,
            Conversations conversations,
            SendQueue queue,
            Texts texts,
            SurveySettings settings,
            Events events,
            Company company,
            Clock clock) {
        this.surveys = surveys;
        this.processes = processes;
        this.engine = engine;
        this.conversations = conversations;
        this.queue = queue;
        this.texts = texts;
        this.settings = settings;
        this.events = events;
        this.company = company.name();
        this.clock = clock;
    }

    /** @return whether an answer would still be counted */
    boolean isOpen(Survey survey) {
        var first = survey.answeredAt();
        return first == null || clock.instant().isBefore(first.plus(settings.correctTime()));
    }

    /** @return whether what he says now is the comment to a score that he has given */
    boolean listensToWords(Survey survey) {
        var until = survey.commentUntil();
        return until != null && survey.comment() == null && clock.instant().isBefore(until);
    }

    /**
     * Takes a score, which counts unless it comes too late after the first.
     *
     * @return true: it is an answer, whatever becomes of it
     */
    boolean count(Survey survey, Conversation conversation, int score, Unhandled message) {
        var now = clock.instant();
        boolean counts = isOpen(survey);
        surveys.keep(survey.number(), now, score, message.id(), counts);
        if (!counts) {
            say(conversation, "survey.alreadyAnswered");
            return true;
        }
        var until = now.plus(settings.commentTime());
        surveys.answered(survey.number(), score, now, isLate(survey, now), until);
        conversations.askAside(conversation.id(), until);
        events.append("survey.answered", Map.of("survey", survey.number(), "score", score));
        if (!Objects.equals(survey.score(), score)) {
            react(survey, conversation);
        }
        return true;
    }

    private boolean isLate(Survey survey, Instant now) {
        return survey.score() == null
                ? survey.askedAt() != null && now.isAfter(survey.askedAt().plus(settings.answerTime()))
                : survey.late();
    }

    /**
     * While the question is only being sent the process looks for the first answer itself, as soon as it is. Whoever thinks
     * better of it while he is being thanked is reacted to once more.
     */
    private void react(Survey survey, Conversation conversation) {
        var instance = survey.processInstanceId();
        boolean moved = instance != null
                && engine.nudge(
                        instance,
                        SurveyProcess.RESUMED,
                        CaseProcess.CONVERSATION.of(conversation.id().toString()));
        boolean firstIsLookedFor = survey.score() == null && engine.isRunning(instance);
        if (!moved && !firstIsLookedFor) {
            processes.takeUp(survey, conversation.id());
        }
    }

    void comment(Survey survey, List<Unhandled> words) {
        var said = words.stream().map(Unhandled::text).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        surveys.comment(survey.number(), said.substring(0, Math.min(said.length(), LONGEST_COMMENT)));
    }

    private void say(Conversation conversation, String key) {
        var text = texts.render(key, conversation.line(), conversation.language(), Map.of("company", company));
        queue.add(Outgoing.text(
                conversation.id(),
                conversation.caseNumber(),
                new Author(Author.Type.PROCESS, SurveyProcess.KEY, company),
                text,
                null,
                true,
                null));
    }
}
