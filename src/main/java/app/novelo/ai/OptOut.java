package app.novelo.ai;

/**
 * Somebody asks us to write no more.
 *
 * @param alone nothing else is said, courtesy aside
 * @param afterAdvertising means it only if advertising was the last thing that he got from us; else it may mean anything
 */
public record OptOut(Scope scope, boolean alone, boolean afterAdvertising) {

    /** Of what he wants no more. */
    public enum Scope {
        ADVERTISING,
        /** He has said so in as many words. */
        EVERYTHING
    }
}
