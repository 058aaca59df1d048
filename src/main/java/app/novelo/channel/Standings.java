package app.novelo.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How lines and their accounts stand, as it was told or read last. */
public interface Standings {

    Map<UUID, Standing> all();

    List<Account> accounts();

    Optional<Account> account(String id);
}
