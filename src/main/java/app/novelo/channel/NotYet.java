package app.novelo.channel;

/** What came cannot be stored before something else is known: it is looked at again a little later, and nothing has failed. */
public final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotYet(String why) {
        super(why);
    }
}
