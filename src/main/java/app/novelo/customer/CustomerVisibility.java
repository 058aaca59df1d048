package app.novelo.customer;

import app.novelo.platform.Caller;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Whose customers a caller may see. Implemented above, by whoever keeps conversations. */
public interface CustomerVisibility {

    /** @return those of whom the caller may see at least one conversation */
    Set<UUID> visible(Caller caller, Collection<UUID> customers);
}
