package app.novelo.channel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The lines of this installation. */
public interface Lines {

    /** Wake-up of all nodes: a line, an account or what stops them has changed. */
    String CHANGED = "lines";

    Optional<Line> find(UUID id);

    Optional<Line> find(String channel, String providerId);

    /** @return the oldest first */
    List<Line> all();

    /** @return those that share an account, and with it its token and its standing */
    default List<Line> ofAccount(String account) {
        return all().stream().filter(line -> line.accountId().equals(account)).toList();
    }
}
