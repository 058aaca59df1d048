package app.novelo.channel;

/** Knows who pays. */
public interface Billings {

    /** From memory: it is asked for every status. */
    Billing of(Line line);
}
