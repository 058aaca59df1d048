package app.novelo.channel;

/** The channel does not hand a file out. */
public final class MediaUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean forGood;

    /** @param forGood asking again would not help */
    public MediaUnavailable(String message, boolean forGood) {
        super(message);
        this.forGood = forGood;
    }

    public boolean isForGood() {
        return forGood;
    }
}
