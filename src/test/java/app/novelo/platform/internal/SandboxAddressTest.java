package app.novelo.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.platform.SandboxMode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

/** Who can reach a sandbox at all. */
class SandboxAddressTest {

    private final MockEnvironment environment = new MockEnvironment();
    private final ServerProperties server = new ServerProperties();
    private final TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();

    @Test
    void listensToItsOwnMachineByDefault() {
        customize(true);

        assertThat(factory.getAddress()).isNotNull();
        assertThat(factory.getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void refusesToListenFurtherUnlessThatWasAllowed() throws Exception {
        listenEverywhere();

        assertThatThrownBy(() -> customize(true)).isInstanceOf(StartRefused.class);

        environment.setProperty("novelo.sandbox.allow-remote", "true");
        environment.setProperty("novelo.sandbox.password", "secret");
        customize(true);
    }

    @Test
    void refusesOtherMachinesWithoutAPassword() {
        environment.setProperty("novelo.sandbox.allow-remote", "true");

        assertThatThrownBy(() -> customize(true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no password");
    }

    @Test
    void leavesTheRealModeAlone() throws Exception {
        listenEverywhere();

        customize(false);

        assertThat(factory.getAddress()).isNull(); // Spring Boot has set it, or nobody
    }

    private void listenEverywhere() throws UnknownHostException {
        server.setAddress(InetAddress.getByName("0.0.0.0"));
    }

    private void customize(boolean sandbox) {
        new SandboxAddress(new SandboxMode(sandbox), environment, server).customize(factory);
    }
}
