package app.novelo.platform;

/** Letters to the company's own people, through the company's mail server. Never called inside a transaction: it waits. */
public interface Mail {

    /** @return false while no mail server is set up */
    boolean isSetUp();

    /**
     * @param to one address
     * @throws MailRefused if the server refuses this letter for good
     * @throws RuntimeException if the server cannot be reached or is busy: worth trying again
     */
    void send(String to, String subject, String text);

    /** Trying again does not help: the address is none, or nobody has it. */
    final class MailRefused extends RuntimeException {

        public MailRefused(Throwable cause) {
            super("the mail server refuses the letter", cause);
        }
    }
}
