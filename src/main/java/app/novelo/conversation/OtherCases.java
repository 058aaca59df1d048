package app.novelo.conversation;

import java.util.List;

/**
 * Open cases of a conversation that are not its current one. Whose they are sees the conversation too.
 *
 * @param numbers of the cases
 * @param queues that have them
 * @param owners user ids of those who have them
 */
public record OtherCases(List<String> numbers, List<String> queues, List<String> owners) {

    public static final OtherCases NONE = new OtherCases(List.of(), List.of(), List.of());

    public boolean areThere() {
        return !numbers.isEmpty();
    }
}
