package app.novelo.platform.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What seals other people's secrets.
 *
 * @param secretKey at least 24 characters that nobody guesses; the same on all nodes; empty = one is made up into the data
 *     folder
 */
@ConfigurationProperties("novelo")
record SecretSettings(@DefaultValue("") String secretKey) {

    /** Never the key: a log is read by more people than the owner. */
    @Override
    public String toString() {
        return "SecretSettings[secretKey " + (secretKey.isEmpty() ? "unset" : "set") + "]";
    }
}
