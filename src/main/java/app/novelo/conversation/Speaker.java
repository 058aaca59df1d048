package app.novelo.conversation;

/** Who may write to the customer now: exactly one. */
public enum Speaker {
    AI,
    AGENT,
    PROCESS,
    NONE
}
