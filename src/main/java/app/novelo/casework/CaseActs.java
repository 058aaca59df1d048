package app.novelo.casework;

import app.novelo.platform.BadRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people and rules do with an open case, whatever its process is. Each is called within the case's turn
 * ({@link CaseFile#turn()}), leaves an entry in its timeline, and does nothing where all is so already.
 */
public interface CaseActs {

    /**
     * The person owns the case and has its open tasks.
     *
     * @param agent user id; null: nobody has them, and all of the queue may take them
     * @throws app.novelo.platform.NotFound if there is no such open case
     */
    void assign(String number, @Nullable String agent, Act act);

    /**
     * Case, conversation and open tasks belong to the queue from now on, and to nobody in it yet.
     *
     * @throws app.novelo.platform.NotFound if there is no such open case
     * @throws app.novelo.platform.BadRequest if there is no such queue
     */
    void moveToQueue(String number, String queue, Act act);

    /**
     * Its clocks count what the table promises to that priority, with the time that they have run.
     *
     * @param priority {@code LOW}, {@code NORMAL}, {@code HIGH} or {@code URGENT}
     * @throws app.novelo.platform.NotFound if there is no such open case
     * @throws app.novelo.platform.BadRequest if there is no such priority
     */
    void prioritise(String number, String priority, Act act);

    /**
     * Leaves an entry in its timeline and changes nothing.
     *
     * @param detail ids, enum names and numbers
     * @throws app.novelo.platform.NotFound if there is no such open case
     */
    void note(String number, Act act, Map<String, ?> detail);

    /**
     * @param why code of the cause, as timelines show it: {@code transfer}, {@code overflow}, {@code takeBack}…
     * @param note words of the person for whoever goes on
     * @param by user id; null = a rule or the process
     */
    record Act(String why, @Nullable String note, @Nullable String by) {

        /** A note is for the next colleague, not a document; characters. */
        private static final int LONGEST_NOTE = 2000;

        public static Act rule(String why) {
            return new Act(why, null, null);
        }

        /**
         * @return what a person wrote, without space around it; null if that is nothing
         * @throws BadRequest if it is longer than 2,000 characters
         */
        public static @Nullable String note(@Nullable String words) {
            if (words != null && words.length() > LONGEST_NOTE) {
                throw new BadRequest("note", "at most " + LONGEST_NOTE + " characters");
            }
            return words == null || words.isBlank() ? null : words.strip();
        }
    }
}
