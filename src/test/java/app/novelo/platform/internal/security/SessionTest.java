package app.novelo.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Doors;
import app.novelo.support.Staff;
import app.novelo.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a page of ours is told about its reader. */
@Doors
class SessionTest {

    @LocalServerPort
    int port;

    @Test
    void tellsWhoIsLoggedInAndWhatHeMay() {
        var marta = Visitor.loggedIn(port, "tasklist", "marta", Staff.PASSWORD)
                .get("/api/v1/session")
                .json();
        assertThat(marta.path("user").asText()).isEqualTo("marta");
        assertThat(marta.path("manager").asBoolean()).isTrue();
        assertThat(marta.path("administrator").asBoolean()).isFalse();
        assertThat(marta.path("roles").toString()).isEqualTo("[\"managers\"]");
        assertThat(marta.path("now").asText()).isNotEmpty();

        var bruno = Visitor.loggedIn(port, "tasklist", "bruno", Staff.PASSWORD)
                .get("/api/v1/session")
                .json();
        assertThat(bruno.path("manager").asBoolean()).isFalse();
    }

    @Test
    void givesTheTokenThatChangesNeed() {
        var root = Visitor.loggedIn(port, "cockpit", "root", Doors.ADMIN_PASSWORD);
        var session = root.get("/api/v1/session").json();
        assertThat(session.path("administrator").asBoolean()).isTrue();
        root.header("X-XSRF-TOKEN", session.path("csrfToken").asText());
        assertThat(root.post("/engine-rest/task/count", "{}").status()).isEqualTo(200);
    }

    @Test
    void givesNoTokenToWhoeverSendsHisPassword() {
        var answer = Visitor.withPassword(port, "marta", Staff.PASSWORD).get("/api/v1/session");
        assertThat(answer.json().path("user").asText()).isEqualTo("marta");
        assertThat(answer.json().path("csrfToken").isNull()).isTrue();
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void tellsAStrangerNothing() {
        assertThat(Visitor.stranger(port).get("/api/v1/session").status()).isEqualTo(401);
    }

    /** It holds the session's token. */
    @Test
    void isKeptByNobody() {
        var answer = Visitor.loggedIn(port, "tasklist", "marta", Staff.PASSWORD).get("/api/v1/session");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }
}
