package app.novelo.sandbox.internal;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The stand-in for Meta and the sample company.
 *
 * @param appSecret key of the signature of the webhooks that the stand-in sends
 * @param accessToken bearer token that the stand-in demands
 * @param phoneNumberId id of the company's one line
 * @param businessAccountId id of the company's WhatsApp Business Account
 * @param displayNumber the line's number as people read it
 * @param company the sample company's name
 * @param password password of all sample users; unset = generated once and kept in the database
 * @param allowRemote lets other machines in; the password is then compulsory and asked for
 * @param webhookUrl where webhooks go; unset = this process' own {@code /webhooks/whatsapp}
 * @param messagesPerSecond throughput of the line before error 130429; Meta's default is 80
 */
@ConfigurationProperties("novelo.sandbox")
record SandboxSettings(
        @DefaultValue("sandbox-app-secret") String appSecret,
        @DefaultValue("sandbox-access-token") String accessToken,
        @DefaultValue("100000000000001") String phoneNumberId,
        @DefaultValue("900000000000001") String businessAccountId,
        @DefaultValue("+55 11 4000-1000") String displayNumber,
        @DefaultValue("Casa Clima") String company,
        @Nullable String password,
        @DefaultValue("false") boolean allowRemote,
        @Nullable URI webhookUrl,
        @DefaultValue("80") int messagesPerSecond) {

    /** @return the line's number in digits, as webhooks carry it */
    String lineDigits() {
        return displayNumber.replaceAll("\\D", "");
    }
}
