package app.novelo.channel;

import app.novelo.channel.LineStop.Cause;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which lines may not send at all. */
public interface LineStops {

    /** @return the gravest reason for each line that has one now */
    Map<UUID, LineStop> all();

    /** All lines of the account, also those that are added later. The same cause again changes its words only. */
    void stopAccount(String account, Cause cause, String why, @Nullable Instant until);

    void stopLine(Line line, Cause cause, String why);

    void liftAccount(String account, Collection<Cause> causes);

    void liftLine(Line line, Collection<Cause> causes);

    /** Whatever stops the line or its account, but for what a manager has switched off. */
    void liftAll(Line line);
}
