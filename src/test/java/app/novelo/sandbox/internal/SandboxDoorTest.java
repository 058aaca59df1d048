package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Who may play the customer. */
class SandboxDoorTest extends SandboxTest {

    @Test
    void servesItsOwnPageAndScripts() throws Exception {
        assertThat(call("GET", "/sandbox/faults", "").status()).isEqualTo(200);
        assertThat(call("GET", "/sandbox/faults", "", "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(200);
        assertThat(call("GET", "/sandbox/faults", "", "Origin", "http://127.0.0.1:" + port)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesAnotherSite() throws Exception {
        assertThat(call("POST", "/sandbox/faults", "{}", "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(call("POST", "/sandbox/faults", "{}", "Origin", "null").status())
                .isEqualTo(403);
        assertThat(call("GET", "/sandbox/company", "", "Sec-Fetch-Site", "same-site")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void letsALinkLeadToThePage() throws Exception {
        var answer = call(
                "GET",
                "/sandbox",
                "",
                "Sec-Fetch-Site",
                "cross-site",
                "Sec-Fetch-Mode",
                "navigate",
                "Sec-Fetch-Dest",
                "document");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusesANameThatOnlyResolvesToThisMachine() throws Exception {
        assertThat(rawStatus("Host: rebound.example")).isEqualTo(403);
        assertThat(rawStatus("Host: localhost")).isEqualTo(200);
    }

    @Test
    void doesNotBelieveAProxy() throws Exception {
        assertThat(rawStatus("Host: localhost\r\nX-Forwarded-For: 203.0.113.7")).isEqualTo(403);
    }

    private int rawStatus(String headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = "GET /sandbox/faults HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }
}
