package app.novelo.casework;

/** Says that a case needs more attention than it gets; the table {@code escalation} says what follows. */
public interface CaseAttention {

    /** What was promised for a moment has not been done by then. */
    String OVERDUE = "overdue";

    /** Nothing has happened in it for too long. */
    String SILENCE = "silence";

    /**
     * Escalates just before the open transaction commits; not again within the hour, and not as long as nobody has reacted.
     *
     * @param event as the table names it: {@link #OVERDUE}, {@link #SILENCE}
     */
    void needed(String caseNumber, String event);
}
