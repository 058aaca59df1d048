package app.novelo.conversation;

import java.util.List;

/**
 * Open cases of a conversation that are not its current one. Whose they are sees the conversation too.
 *
 * @param numbers of those that may have the customer's messages
 * @param queues that have any of them
 * @param owners user ids of those who have any of them
 */
public record OtherCases(List<String> numbers, List<String> queues, List<String> owners) {

    public static final OtherCases NONE = new OtherCases(List.of(), List.of(), List.of());

    /** @return whether there is another case that the customer may mean */
    public boolean areThere() {
        return !numbers.isEmpty();
    }

    /** @return whether anybody is concerned by it, be it that the customer cannot mean it: a promise to be kept */
    public boolean anybody() {
        return !queues.isEmpty();
    }
}
