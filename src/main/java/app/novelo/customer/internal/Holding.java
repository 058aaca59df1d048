package app.novelo.customer.internal;

import app.novelo.customer.internal.Identity.Key;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one transaction at a time recognise or merge a customer: two lanes may serve one person, one by his number and one
 * by his user id. Advisory locks and not the row: whoever drives his conversation writes to that row meanwhile.
 */
@Component
class Holding {

    private final JdbcClient jdbc;
    private final IdentityRows identities;

    Holding(JdbcClient jdbc, IdentityRows identities) {
        this.jdbc = jdbc;
        this.identities = identities;
    }

    /** Holds whom the keys name, strangers too, and reads again what may have changed while it waited. */
    Evidence evidence(List<Key> keys) {
        var held = new TreeSet<String>();
        var evidence = new Evidence(keys, identities.of(keys));
        var needed = evidence.locks();
        while (!held.containsAll(needed)) {
            needed.removeAll(held);
            hold(needed);
            held.addAll(needed);
            evidence = new Evidence(keys, identities.of(keys));
            needed = evidence.locks();
        }
        return evidence;
    }

    void customers(UUID one, UUID other) {
        hold(new TreeSet<>(List.of(one.toString(), other.toString())));
    }

    /** To the end of the transaction; always in the same order, so that two never wait for each other. */
    private void hold(Collection<String> sorted) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('customer:' || name, 0)) from unnest(?::text[]) name")
                .param(sorted.toArray(String[]::new))
                .query((row, n) -> true)
                .list();
    }
}
