package app.novelo.platform.internal.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Which PostgreSQL to use.
 *
 * @param url JDBC URL of an external PostgreSQL, {@code jdbc:postgresql://host:5432/novelo}; unset or empty means the
 *     embedded one in the data folder
 * @param user user of the external PostgreSQL; ignored without a URL
 * @param password password of that user; ignored without a URL
 * @param poolSize most connections that the application holds at once, at least 2
 * @param startTimeout how long to wait until the embedded PostgreSQL accepts connections; after a power failure it first
 *     repeats what was committed since the last checkpoint
 */
@ConfigurationProperties("novelo.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("20") int poolSize,
        @DefaultValue("60s") Duration startTimeout) {

    DatabaseSettings {
        if (poolSize < 2) {
            throw new IllegalArgumentException("novelo.database.pool-size must be at least 2, not " + poolSize);
        }
    }

    /** The external PostgreSQL, or null if Novelo shall run its own. */
    @Nullable
    DatabaseAddress external() {
        return StringUtils.hasText(url) ? new DatabaseAddress(url.strip(), user, password) : null;
    }
}
