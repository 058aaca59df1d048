package app.novelo.survey.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to a customer, and what he answered.
 *
 * @param caseNumber after which it was asked; null if after none
 * @param reason why he was not asked
 * @param round of many that were asked together
 * @param late he took longer than was waited for
 * @param comment his words
 * @param commentUntil until then his words are its comment
 * @param recoveryCase which was opened because of the score
 */
record Survey(
        String number,
        SurveyKind kind,
        UUID customer,
        UUID conversation,
        UUID line,
        @Nullable String caseNumber,
        String queue,
        @Nullable String owner,
        State state,
        @Nullable String reason,
        @Nullable UUID round,
        Instant wantedAt,
        @Nullable Instant askedAt,
        @Nullable Integer score,
        @Nullable Instant answeredAt,
        boolean late,
        @Nullable String comment,
        @Nullable Instant commentUntil,
        @Nullable String recoveryCase,
        @Nullable String processInstanceId) {

    /** Where it stands. */
    enum State {
        /** For the moment at which he is asked. */
        WAITING,
        ASKED,
        ANSWERED,
        /** So far: a late answer still counts. */
        UNANSWERED,
        NOT_ASKED
    }
}
