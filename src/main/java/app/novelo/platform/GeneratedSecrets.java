package app.novelo.platform;

import java.util.List;

/**
 * Secrets that nobody set: made up once, kept in the data folder for the owner's eyes only, printed at the start that made
 * them up.
 */
public interface GeneratedSecrets {

    /**
     * @param name file name below {@code <data folder>/secrets}
     * @param purpose what the owner will read beside it
     * @return the secret of that name, the same after every start
     */
    String get(String name, String purpose);

    /** @return whether there is one of that name; makes none up */
    boolean isKept(String name);

    /** @return those asked for since the start */
    List<Generated> all();

    /**
     * @param fresh true if this start made it up
     */
    record Generated(String name, String purpose, String value, boolean fresh) {

        /** Never the value: a log is read by more people than the owner. */
        @Override
        public String toString() {
            return name + " (" + purpose + ")";
        }
    }
}
