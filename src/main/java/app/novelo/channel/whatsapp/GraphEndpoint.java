package app.novelo.channel.whatsapp;

import app.novelo.platform.SandboxMode;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the Graph API is: Meta's, a stand-in that was named, or in the sandbox our own server. */
@Component
class GraphEndpoint {

    private static final URI META = URI.create("https://graph.facebook.com");
    private static final String SANDBOX_PATH = "/sandbox/graph";
    private static final String SANDBOX_TOKEN = "sandbox-access-token";

    private final WhatsAppSettings settings;
    private final SandboxMode sandbox;
    private volatile int port;

    GraphEndpoint(WhatsAppSettings settings, SandboxMode sandbox) {
        this.settings = settings;
        this.sandbox = sandbox;
    }

    @EventListener
    void on(WebServerInitializedEvent server) {
        if (server.getApplicationContext().getServerNamespace() == null) {
            port = server.getWebServer().getPort();
        }
    }

    /** @return base address with the version, without a slash at the end */
    String address() {
        var named = settings.baseUrl();
        var base = named != null
                ? named.toString()
                : sandbox.on() ? "http://127.0.0.1:" + port + SANDBOX_PATH : META.toString();
        return base.replaceAll("/+$", "") + "/" + settings.apiVersion();
    }

    /** @return this process, where it stands in for Meta as well */
    Optional<URI> ownServer() {
        return sandbox.on() ? Optional.of(URI.create("http://127.0.0.1:" + port)) : Optional.empty();
    }

    boolean isSandboxsOwn() {
        return sandbox.on();
    }

    /** @return the settings' token; {@link Tokens} knows whether an account has another one */
    String token() {
        return sandbox.on() ? SANDBOX_TOKEN : settings.accessToken();
    }
}
