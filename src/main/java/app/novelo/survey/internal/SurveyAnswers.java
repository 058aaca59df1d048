package app.novelo.survey.internal;

import app.novelo.ai.Gesture;
import app.novelo.ai.Intent;
import app.novelo.ai.Sentiment;
import app.novelo.ai.Understanding;
import app.novelo.ai.Urgency;
import app.novelo.casework.AsideAnswers;
import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Texts;
import app.novelo.conversation.Unhandled;
import java.text.Collator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What customers answer to surveys. A press of our list and a bare score are nothing else. Words after a score are its
 * comment, and go their usual way all the same unless they ask for nothing: praise opens no case, a complaint is never lost.
 */
@Component
class SurveyAnswers implements AsideAnswers {

    /** Calibrated confidence from which what he wants is believed. */
    private static final double CLEAR = 0.5;

    /** Said to us because we have asked: days after a case nothing else would tell it from a new wish. */
    private static final Set<Gesture> COURTESY =
            EnumSet.of(Gesture.THANKS, Gesture.ACKNOWLEDGEMENT, Gesture.REACTION, Gesture.STICKER);

    /** Characters of a row's title. */
    private static final int LONGEST_ROW = 24;

    private final SurveyRows surveys;
    private final Scoring scoring;
    private final SurveySettings settings;
    private final Cases cases;
    private final Conversations conversations;
    private final Texts texts;
    private final Clock clock;

    SurveyAnswers(
            SurveyRows surveys,
            Scoring scoring,
            SurveySettings settings,
            Cases cases,
            Conversations conversations,
            Texts texts,
            Clock clock) {
        this.surveys = surveys;
        this.scoring = scoring;
        this.settings = settings;
        this.cases = cases;
        this.conversations = conversations;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Set<UUID> take(Conversation conversation, Understanding understanding, List<Unhandled> messages) {
        var until = conversation.askedAsideUntil();
        boolean listens = until != null && clock.instant().isBefore(until);
        var taken = new HashSet<UUID>();
        var words = new ArrayList<Unhandled>();
        for (var message : messages) {
            if (isScore(conversation, message, listens)) {
                taken.add(message.id());
            } else if (listens && message.kind().equals("text") && message.text() != null && !message.optsOut()) {
                words.add(message);
            }
        }
        if (!words.isEmpty() && isComment(conversation, understanding, words)) {
            words.forEach(message -> taken.add(message.id()));
        }
        if (listens && COURTESY.contains(understanding.gesture()) && isAtRest(conversation)) {
            messages.stream().filter(message -> !message.optsOut()).forEach(message -> taken.add(message.id()));
        }
        return taken;
    }

    private boolean isScore(Conversation conversation, Unhandled message, boolean listens) {
        var tick = Tick.of(message.choice());
        if (tick.isPresent()) {
            return isTick(conversation, tick.get(), message);
        }
        var text = message.text();
        if (text == null || !message.kind().equals("text") || message.optsOut()) {
            return false;
        }
        return SaidScore.alone(text)
                .map(said -> isNumber(conversation, said, message))
                .orElseGet(() -> listens && isWord(conversation, text, message));
    }

    /** His own: an id can be made up by whoever writes to WhatsApp by a program. */
    private boolean isTick(Conversation conversation, Tick tick, Unhandled message) {
        var survey = surveys.locked(tick.survey())
                .filter(found -> found.customer().equals(conversation.customer()))
                .filter(found -> found.kind().allows(tick.score()));
        survey.ifPresent(found -> scoring.count(found, conversation, tick.score(), message));
        return survey.isPresent();
    }

    private boolean isNumber(Conversation conversation, SaidScore said, Unhandled message) {
        return answerable(conversation)
                .filter(survey -> said.fits(survey.kind()))
                .map(survey -> scoring.count(survey, conversation, said.score(), message))
                .orElse(false);
    }

    /** The one that he was asked last, as long as nobody has asked him anything else since, and it can be answered. */
    private Optional<Survey> answerable(Conversation conversation) {
        return surveys.lastAsked(conversation.customer(), clock.instant().minus(settings.numberTime()))
                .filter(scoring::isOpen)
                .filter(survey -> survey.askedAt() != null
                        && !conversations.spokenSince(conversation.id(), survey.askedAt(), SurveyProcess.KEY));
    }

    /** Many write what they read in a list instead of pressing it. */
    private boolean isWord(Conversation conversation, String text, Unhandled message) {
        if (text.length() > LONGEST_ROW) {
            return false;
        }
        var survey = answerable(conversation).filter(asked -> asked.kind() == SurveyKind.CSAT);
        if (survey.isEmpty()) {
            return false;
        }
        var letters = Collator.getInstance(Locale.ROOT);
        letters.setStrength(Collator.PRIMARY);
        return survey.get()
                .kind()
                .scores()
                .filter(score -> letters.equals(bare(word(conversation, score)), bare(text)))
                .boxed()
                .findFirst()
                .map(score -> scoring.count(survey.get(), conversation, score, message))
                .orElse(false);
    }

    private String word(Conversation conversation, int score) {
        return texts.render(SurveyKind.word(score), conversation.line(), conversation.language(), Map.of());
    }

    private static String bare(String words) {
        return words.replaceAll("[^\\p{L} ]", "").strip();
    }

    /**
     * Keeps his words with the survey that he answers, or has just answered.
     *
     * @return whether they are nothing but that
     */
    private boolean isComment(Conversation conversation, Understanding understanding, List<Unhandled> words) {
        if (understanding.gesture() != Gesture.CONTENT) {
            return false;
        }
        var since = clock.instant().minus(settings.numberTime());
        var survey = surveys.lastAsked(conversation.customer(), since).orElse(null);
        if (survey == null) {
            return false;
        }
        var leading = words.stream()
                .flatMap(message -> SaidScore.leading(String.valueOf(message.text())).stream()
                        .filter(said -> said.fits(survey.kind()))
                        .map(said -> new Leading(message, said)))
                .findFirst()
                .filter(found -> scoring.isOpen(survey));
        if (leading.isEmpty() && !scoring.listensToWords(survey)) {
            return false;
        }
        scoring.comment(survey, words);
        leading.ifPresent(found -> scoring.count(survey, conversation, found.said.score(), found.message));
        return asksForNothing(understanding, words) && isAtRest(conversation);
    }

    private record Leading(Unhandled message, SaidScore said) {}

    private static boolean asksForNothing(Understanding understanding, List<Unhandled> words) {
        boolean wish =
                understanding.confidence() >= CLEAR && !understanding.intent().equals(Intent.OTHER.id());
        return !wish
                && understanding.sentiment() != Sentiment.FRUSTRATED
                && understanding.urgency() != Urgency.HIGH
                && !understanding.escalationWord()
                && words.stream()
                        .noneMatch(message -> String.valueOf(message.text()).contains("?"));
    }

    /** What he says while somebody works on a case of his is that one's. */
    private boolean isAtRest(Conversation conversation) {
        return Optional.ofNullable(conversation.caseNumber())
                        .flatMap(cases::find)
                        .map(CaseFile::isResolved)
                        .orElse(conversation.processInstanceId() == null)
                && conversation.others().numbers().isEmpty();
    }
}
