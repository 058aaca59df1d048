package app.novelo.casework.internal;

import java.util.List;

/** The scalars that every decision may read; listed for analysts in {@code docs/model-names.md}. */
final class FactNames {

    static final List<String> ALL = List.of(
            "intent",
            "confidence",
            "sentiment",
            "urgency",
            "language",
            "gesture",
            "escalationWord",
            "channel",
            "line",
            "turn",
            "hasText",
            "asked",
            "hasOpenCase",
            "minutesSinceClosed",
            "isKnownCustomer",
            "recontacts7d",
            "segment",
            "contract",
            "businessHours",
            "customerOwnerOnShift",
            "ownerPresent",
            "anybodyOnShift",
            "nextOpening",
            "kind",
            "topic",
            "priority",
            "queue",
            "triageQueue",
            "metric",
            "purpose",
            "process",
            "speaker",
            "outcome",
            "event",
            "level",
            "attempts",
            "attempt",
            "windowOpen",
            "lastSentiment",
            "consentMarketing",
            "daysSilent",
            "need",
            "companySize",
            "budget",
            "timeline",
            "decisionMaker",
            "source",
            "engagement",
            "score",
            "stage",
            "grade",
            "product",
            "comments");

    private FactNames() {}
}
