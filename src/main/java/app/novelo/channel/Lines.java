package app.novelo.channel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The lines of this installation. */
public interface Lines {

    Optional<Line> find(UUID id);

    Optional<Line> find(String channel, String providerId);

    List<Line> all();
}
