package app.novelo.sandbox.internal;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sandbox.
 *
 * @param password password of all sample users; unset = generated once and kept in the database
 * @param allowRemote lets other machines in; the password is then compulsory and asked for
 * @param webhookUrl where webhooks go; unset = this process' own {@code /webhooks/whatsapp}
 * @param messagesPerSecond throughput of the line before error 130429; Meta's default is 80
 */
@ConfigurationProperties("novelo.sandbox")
record SandboxSettings(
        @DefaultValue("") String password,
        @DefaultValue("false") boolean allowRemote,
        @Nullable URI webhookUrl,
        @DefaultValue("80") int messagesPerSecond) {}
