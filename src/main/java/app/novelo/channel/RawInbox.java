package app.novelo.channel;

/** Where a door puts what came in, before it says yes. */
public interface RawInbox {

    /**
     * Stores the bytes durably; returns only then.
     *
     * @param app which door: the splitter of its adapter reads it
     * @throws org.springframework.dao.DataAccessException if they could not be stored
     */
    void store(String app, byte[] body);
}
