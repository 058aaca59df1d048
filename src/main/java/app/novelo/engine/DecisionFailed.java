package app.novelo.engine;

/** A decision table could not answer: it is missing, has no matching rule, or breaks its hit policy. */
public final class DecisionFailed extends RuntimeException {

    public DecisionFailed(String decision, Throwable cause) {
        super("decision " + decision + " could not be made", cause);
    }
}
