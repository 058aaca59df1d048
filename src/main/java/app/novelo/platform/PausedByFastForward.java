package app.novelo.platform;

/** Work that must stand still while the sandbox moves the business clock. */
public interface PausedByFastForward {

    /** Returns once nothing runs any more. */
    void pause();

    void resume();
}
