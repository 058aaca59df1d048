package app.novelo.platform.internal;

import app.novelo.platform.SandboxMode;
import java.net.InetAddress;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** A sandbox, where anyone may play the customer, listens to its own machine only unless that was decided otherwise. */
@Component
class SandboxAddress implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

    private final SandboxMode sandbox;
    private final Environment environment;
    private final ServerProperties server;

    SandboxAddress(SandboxMode sandbox, Environment environment, ServerProperties server) {
        this.sandbox = sandbox;
        this.environment = environment;
        this.server = server;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        if (!sandbox.on()) {
            return;
        }
        var remote = environment.getProperty("novelo.sandbox.allow-remote", Boolean.class, false);
        if (remote && !StringUtils.hasText(environment.getProperty("novelo.sandbox.password"))) {
            throw new StartRefused(
                    "NOVELO_SANDBOX_ALLOW_REMOTE lets other machines into the sandbox, but there is no password.",
                    "Set NOVELO_SANDBOX_PASSWORD, or unset NOVELO_SANDBOX_ALLOW_REMOTE.");
        }
        var address = server.getAddress();
        if (address == null) {
            factory.setAddress(InetAddress.getLoopbackAddress());
        } else if (!address.isLoopbackAddress() && !remote) {
            throw new StartRefused(
                    "The sandbox would listen on %s, but it serves its own machine only: whoever reaches it may play any customer."
                            .formatted(address.getHostAddress()),
                    "Unset SERVER_ADDRESS, or set NOVELO_SANDBOX_ALLOW_REMOTE=true together with NOVELO_SANDBOX_PASSWORD."
                            + " To go live, set WHATSAPP_ACCESS_TOKEN.");
        }
    }

    /** After Spring Boot has set what {@code server.address} says. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
