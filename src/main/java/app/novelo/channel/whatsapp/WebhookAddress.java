package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Where Meta delivers what customers write to a line. */
@Component
class WebhookAddress {

    private static final String DOOR = "/webhooks/whatsapp";

    private final PublicAddress settings;
    private final GraphEndpoint endpoint;
    private final GraphQuestions graph;

    WebhookAddress(PublicAddress settings, GraphEndpoint endpoint, GraphQuestions graph) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.graph = graph;
    }

    /** The number's own address goes before the account's, and that before the app's. */
    Optional<URI> of(Line line) throws IOException {
        if (StringUtils.hasText(settings.publicUrl())) {
            return url(settings.publicUrl().replaceAll("/+$", "") + DOOR);
        }
        var told = graph.get(line.accountId(), line.providerId() + "?fields=webhook_configuration")
                .body()
                .path("webhook_configuration");
        var named = Fields.text(
                told.path("phone_number"), told.path("whatsapp_business_account"), told.path("application"));
        return named != null ? url(named) : endpoint.ownServer().map(server -> server.resolve(DOOR));
    }

    private static Optional<URI> url(String text) {
        try {
            var url = new URI(text);
            return "https".equals(url.getScheme()) || "http".equals(url.getScheme())
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
