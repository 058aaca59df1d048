package app.novelo.survey.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.ConversationState;
import app.novelo.customer.Consent;
import app.novelo.customer.Consents;
import app.novelo.customer.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a customer may be asked, and why not. Looked at when it is wanted, and again when its moment has come. */
@Component
class MayAsk {

    private final SurveyRows surveys;
    private final SurveySettings settings;
    private final Consents consents;
    private final Cases cases;
    private final Clock clock;

    MayAsk(SurveyRows surveys, SurveySettings settings, Consents consents, Cases cases, Clock clock) {
        this.surveys = surveys;
        this.settings = settings;
        this.consents = consents;
        this.cases = cases;
        this.clock = clock;
    }

    /** @return a code of the reason; empty if he may be asked, as far as it is known now */
    Optional<String> refusesAhead(Survey survey, Conversation conversation) {
        if (survey.kind() == SurveyKind.CSAT && !settings.csat()) {
            return Optional.of("switchedOff");
        }
        if (conversation.imported()) {
            return Optional.of("imported");
        }
        return often(survey, conversation.customer()).or(() -> optedOut(conversation.customer()));
    }

    /** @return a code of the reason; empty if he may be asked now */
    Optional<String> refusesNow(Survey survey, Conversation conversation) {
        return isServed(conversation) || isReopened(survey.caseNumber())
                ? Optional.of("cameBack")
                : refusesAhead(survey, conversation);
    }

    private Optional<String> often(Survey survey, UUID customer) {
        var since = clock.instant().minus(Duration.ofDays(settings.everyDays()));
        return surveys.isAskedOften(customer, since, survey.number()) ? Optional.of("askedRecently") : Optional.empty();
    }

    private Optional<String> optedOut(UUID customer) {
        return consents.of(customer, Purpose.SERVICE)
                .filter(consent -> consent.state() == Consent.State.WITHDRAWN)
                .map(consent -> "optedOut");
    }

    /** What began without a case and waits for the customer is nobody's work. */
    private static boolean isServed(Conversation conversation) {
        return !conversation.isResolved()
                && !(conversation.state() == ConversationState.WAITING_CUSTOMER
                        && conversation.caseNumber() == null
                        && conversation.processInstanceId() == null);
    }

    private boolean isReopened(@Nullable String caseNumber) {
        return Optional.ofNullable(caseNumber)
                .flatMap(cases::find)
                .filter(file -> !file.isResolved() && !file.state().equals(CaseFile.CLOSED))
                .isPresent();
    }
}
