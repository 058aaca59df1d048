package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Who may play the customer once other machines are let in. */
@TestPropertySource(properties = {"novelo.sandbox.allow-remote=true", "novelo.sandbox.password=segredo-çã"})
class SandboxDoorRemoteTest extends SandboxTest {

    @Test
    void asksForThePassword() throws Exception {
        assertThat(call("GET", "/sandbox/faults", "").status()).isEqualTo(401);
        assertThat(call("GET", "/sandbox/faults", "", "Authorization", basic("errada"))
                        .status())
                .isEqualTo(401);
        assertThat(call("GET", "/sandbox/faults", "", "Authorization", basic("segredo-çã"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsThePasswordBelowItsOwnPath() throws Exception {
        assertThat(call("GET", "/sandbox", "").status()).isEqualTo(302);
        assertThat(call("GET", "/sandbox/", "", "Authorization", basic("segredo-çã"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesAnotherSiteAllTheSame() throws Exception {
        assertThat(call(
                                "GET",
                                "/sandbox/faults",
                                "",
                                "Authorization",
                                basic("segredo-çã"),
                                "Origin",
                                "https://evil.example")
                        .status())
                .isEqualTo(403);
    }

    private static String basic(String password) {
        var pair = ("sandbox:" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
