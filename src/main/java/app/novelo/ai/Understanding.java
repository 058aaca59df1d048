package app.novelo.ai;

import java.util.List;

/**
 * What a message means, and who says so.
 *
 * @param intent an {@link Intent#id() intent's id}; a string, as it is a process variable and an input of decisions
 * @param confidence calibrated probability of the intent, 0–1: of the messages at 0.8, about four in five are right
 * @param language {@code pt}, {@code en}, {@code es} or {@code und} when it cannot be told
 * @param entities in the order of the text, never overlapping
 * @param engine {@code local} or {@code provider:<model>}
 * @param engineVersion changes whenever the same text may be understood otherwise
 * @param escalationWord the text names an authority, a lawyer, a lawsuit, fraud or suicide: a person must look at it
 */
public record Understanding(
        String intent,
        double confidence,
        Sentiment sentiment,
        Urgency urgency,
        String language,
        Gesture gesture,
        List<Entity> entities,
        String engine,
        String engineVersion,
        boolean escalationWord) {

    public Understanding {
        entities = List.copyOf(entities);
    }

    /** The same words, said along with something that has none. */
    public Understanding as(Gesture other, double confidenceThen) {
        return new Understanding(
                intent,
                confidenceThen,
                sentiment,
                urgency,
                language,
                other,
                entities,
                engine,
                engineVersion,
                escalationWord);
    }
}
