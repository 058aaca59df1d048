package app.novelo.platform.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The company's mail server.
 *
 * @param host empty = no mail is sent
 * @param port 587 = submission
 * @param user empty = without logging in
 * @param password never logged
 * @param from address of the sender; empty = the user
 * @param tls {@code starttls} (refused if the server does not offer it), {@code tls} from the first byte, {@code none}
 * @param timeout how long to wait for the server, each time
 */
@ConfigurationProperties("novelo.smtp")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("starttls") String tls,
        @DefaultValue("10s") Duration timeout) {}
