package app.novelo.engine;

/** Not a fault: an outcome that the diagram draws as an error event. */
public final class BusinessOutcome extends RuntimeException {

    private final String code;

    /** @param code the error code of the drawn event, such as {@code conversation.windowClosed} */
    public BusinessOutcome(String code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
