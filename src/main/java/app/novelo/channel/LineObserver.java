package app.novelo.channel;

import java.util.Collection;
import java.util.UUID;

/** Hears that something which kept lines from sending may be over. Implemented above. */
public interface LineObserver {

    /** May be repeated; joins an open transaction. */
    void mayTryAgain(Collection<UUID> lines);
}
