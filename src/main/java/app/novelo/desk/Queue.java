package app.novelo.desk;

/**
 * A group of agents and the work that waits for them.
 *
 * @param id also the id of the engine's group
 * @param calendar when its agents work
 */
public record Queue(String id, String name, String calendar) {

    /** Where a conversation belongs until a case exists, and whenever nothing better is known. */
    public static final String TRIAGE = "triage";
}
