package app.novelo.channel.whatsapp;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The company's app and first line at Meta.
 *
 * @param appSecret key of {@code X-Hub-Signature-256}; a comma list while rotating, new first
 * @param verifyToken what Meta sends when the webhook is set up
 * @param accessToken token of the system user; never logged
 * @param phoneNumberId the first line
 * @param businessAccountId account of the first line
 * @param displayNumber the first line as people dial it
 * @param apiBaseUrl address of the Graph API or a stand-in; empty = Meta's, or the sandbox's own when there is no token
 * @param apiVersion version in the path
 * @param timeout how long one call may take before its outcome counts as unknown
 * @param apps further Meta apps by the last part of their webhook's address
 */
@ConfigurationProperties("novelo.whatsapp")
record WhatsAppSettings(
        @DefaultValue("") String appSecret,
        @DefaultValue("") String verifyToken,
        @DefaultValue("") String accessToken,
        @DefaultValue("") String phoneNumberId,
        @DefaultValue("") String businessAccountId,
        @DefaultValue("") String displayNumber,
        @DefaultValue("") String apiBaseUrl,
        @DefaultValue("v26.0") String apiVersion,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue Map<String, App> apps) {

    private static final String FIRST = "";

    /** @param appSecret a comma list while rotating */
    record App(@DefaultValue("") String appSecret, @DefaultValue("") String verifyToken) {

        @Override
        public String toString() {
            return "App";
        }
    }

    /** The sandbox's own app; reachable from the loopback only. */
    private static final App SANDBOX = new App("sandbox-app-secret", "sandbox-verify-token");

    /** Never a secret: a log is read by more people than the owner. */
    @Override
    public String toString() {
        return "WhatsAppSettings[" + phoneNumberId + " at " + apiBaseUrl + "/" + apiVersion + "]";
    }

    /** @return these settings with what the sandbox fills in where nothing was set */
    WhatsAppSettings inSandbox() {
        return new WhatsAppSettings(
                or(appSecret, SANDBOX.appSecret),
                or(verifyToken, SANDBOX.verifyToken),
                accessToken,
                phoneNumberId,
                businessAccountId,
                displayNumber,
                apiBaseUrl,
                apiVersion,
                timeout,
                apps);
    }

    private static String or(String set, String ofSandbox) {
        return StringUtils.hasText(set) ? set : ofSandbox;
    }

    List<String> secrets(String app) {
        return find(app).map(App::appSecret).map(WhatsAppSettings::list).orElse(List.of());
    }

    String verifyToken(String app) {
        return find(app).map(App::verifyToken).orElse("");
    }

    private Optional<App> find(String app) {
        if (app.equals(FIRST)) {
            return Optional.of(new App(appSecret, verifyToken));
        }
        return Optional.ofNullable(apps.get(app));
    }

    private static List<String> list(String secrets) {
        return Arrays.stream(secrets.split(","))
                .map(String::trim)
                .filter(StringUtils::hasText)
                .toList();
    }

    @Nullable
    URI baseUrl() {
        return StringUtils.hasText(apiBaseUrl) ? URI.create(apiBaseUrl) : null;
    }
}
