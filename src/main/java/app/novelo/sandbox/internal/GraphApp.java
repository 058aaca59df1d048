package app.novelo.sandbox.internal;

/** The one app of the stand-in, which all tokens belong to. */
final class GraphApp {

    static final String ID = "700000000000001";
    static final String NAME = "Novelo";

    /** The portfolio that all accounts belong to. */
    static final String BUSINESS = "600000000000001";

    private GraphApp() {}
}
