package app.novelo.ai;

/** The provider gave no usable answer. Work goes on with what is known locally. */
public class LanguageModelUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LanguageModelUnavailable(String fact) {
        super(fact);
    }

    public LanguageModelUnavailable(String fact, Throwable cause) {
        super(fact, cause);
    }
}
