package app.novelo.platform;

import java.util.List;

/**
 * The nodes that share this database. A node is one start of the program: what comes up again at the same place is another
 * one, and whatever the old one held in its hands has nobody left.
 */
public interface Nodes {

    /** Fits wherever the engine keeps the name of who holds a lock. */
    String own();

    /**
     * @return nodes that have not beaten for 15 seconds: killed, cut off from the database, or so slow that what they hold
     *     goes on without them; never the own one
     */
    List<String> dead();
}
