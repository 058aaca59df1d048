package app.novelo.conversation;

/** Where a conversation stands. */
public enum ConversationState {
    OPEN,
    /** We have written to him first; nothing is to be done before he answers. */
    WAITING_CUSTOMER,
    SNOOZED,
    RESOLVED
}
