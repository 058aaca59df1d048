package app.novelo.platform.internal.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to open a connection.
 *
 * @param url JDBC URL; may itself carry a user and a password
 */
record DatabaseAddress(String url, @Nullable String user, @Nullable String password) {

    /** Seconds until a host that does not answer counts as unreachable. */
    private static final String PATIENCE = "10";

    Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("loginTimeout", PATIENCE);
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection(url, properties);
    }

    /** Where it is, without user, password and parameters: fit for a log. */
    @Override
    public String toString() {
        return url.replaceFirst("[?].*$", "").replaceFirst("//[^/]*@", "//");
    }
}
