package app.novelo.exchange.internal;

/** The file cannot be imported, and trying again would not help. */
final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;

    /** @param problem a word of {@code docs/http-api.md}; @param detail for people; holds nothing of the file's content */
    FileRefused(String problem, String detail) {
        super(detail);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
