package app.novelo.engine;

/** Keeps every evaluation, in the transaction that decided. */
public interface DecisionRecorder {

    void record(DecisionRecord evaluation);
}
