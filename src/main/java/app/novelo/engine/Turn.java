package app.novelo.engine;

/**
 * Whose turn it is: what nobody else may drive meanwhile. A case of a conversation is driven in the conversation's turn,
 * so that customer, agent and worker never meet inside it; only a case without a conversation has a turn of its own.
 *
 * @param lock name of the advisory lock
 */
public record Turn(String lock) {

    public static Turn ofConversation(String conversation) {
        return new Turn("conversation:" + conversation);
    }

    public static Turn ofCase(String number) {
        return new Turn("case:" + number);
    }
}
