package app.novelo.sandbox.internal;

import java.net.URI;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where this process answers, known once its web server listens. */
@SandboxOnly
@Component
class OwnAddress {

    private volatile int port;

    @EventListener
    void on(WebServerInitializedEvent event) {
        if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }

    boolean isKnown() {
        return port > 0;
    }

    URI path(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
