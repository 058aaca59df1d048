package app.novelo.platform.internal;

/** The application will not start like this, and says what to do. */
final class StartRefused extends RuntimeException {

    private final String action;

    StartRefused(String reason, String action) {
        super(reason);
        this.action = action;
    }

    String action() {
        return action;
    }
}
