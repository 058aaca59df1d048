package app.novelo.weather;

import java.util.List;

/**
 * What happens to one installation: what its customers write, what is answered, and what goes wrong meanwhile.
 *
 * @param customers how many write
 * @param written messages in the order in which Meta delivers them; the same one may come several times
 * @param batches how many of them come together in one delivery, in turn
 * @param answers what the company writes
 * @param killAfter how many answers are written before the program is killed and started again; more than there are = never
 */
record Story(int customers, List<Written> written, List<Integer> batches, List<Answer> answers, int killAfter) {

    /**
     * A message of a customer.
     *
     * @param second when he wrote it, after the story's beginning: several may have the same
     */
    record Written(int customer, int number, int second) {}

    /**
     * @param graph what the Graph API does with it, attempt by attempt; after the last everything goes well
     * @param statuses what Meta tells of it, in that order; the same may come several times
     * @param early the first status overtakes the answer to our call
     */
    record Answer(int customer, List<Graph> graph, List<String> statuses, boolean early) {}

    /** What the Graph API does with one call. */
    enum Graph {
        ACCEPTS,
        ACCEPTS_SLOWLY,
        /** It has the message, but the connection breaks. */
        CUTS_AFTER_ACCEPTING,
        CUTS_BEFORE_ACCEPTING,
        SERVER_ERROR,
        TOO_FAST,
        GENERIC_ERROR
    }
}
