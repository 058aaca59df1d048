package app.novelo.conversation;

/** Where a conversation stands. */
public enum ConversationState {
    OPEN,
    WAITING_CUSTOMER,
    SNOOZED,
    RESOLVED
}
