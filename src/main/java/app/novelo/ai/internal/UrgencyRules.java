package app.novelo.ai.internal;

import app.novelo.ai.Gesture;
import app.novelo.ai.Urgency;

/** How much a message presses, by its words: danger, standstill and "today" are high; courtesy and "no hurry" are low. */
final class UrgencyRules {

    private static final PhraseList LOW = PhraseList.of("words/urgency.tsv", "low");
    private static final PhraseList HIGH = PhraseList.of("words/urgency.tsv", "high");

    private UrgencyRules() {}

    static Urgency of(PlainText text, Gesture gesture) {
        boolean courtesy =
                gesture == Gesture.THANKS || gesture == Gesture.ACKNOWLEDGEMENT || gesture == Gesture.REACTION;
        if (courtesy || LOW.occursIn(text.words())) {
            return Urgency.LOW;
        }
        return HIGH.occursIn(text.words()) ? Urgency.HIGH : Urgency.NORMAL;
    }
}
