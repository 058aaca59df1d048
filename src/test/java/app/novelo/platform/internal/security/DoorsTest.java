package app.novelo.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Doors;
import app.novelo.support.Staff;
import app.novelo.support.Visitor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who passes which door, over real HTTP. */
@Doors
class DoorsTest {

    @LocalServerPort
    int port;

    private Visitor stranger;
    private Visitor administrator;

    @BeforeEach
    void visitors() {
        stranger = Visitor.stranger(port);
        administrator = Visitor.withPassword(port, "root", Doors.ADMIN_PASSWORD);
    }

    @Test
    void asksStrangersForAPassword() {
        var answer = stranger.get("/engine-rest/version");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asText()).isEqualTo("urn:novelo:problem:unauthenticated");
    }

    @Test
    void sparesScriptsTheBrowsersPasswordWindow() {
        var answer = stranger.header("Sec-Fetch-Dest", "empty").get("/api/v1/anything");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isNull();
    }

    @Test
    void showsTheEngineOnlyToModellersAndAdministrators() {
        assertThat(administrator.get("/engine-rest/version").status()).isEqualTo(200);
        assertThat(as("davi").get("/engine-rest/version").status()).isEqualTo(200);
        assertThat(as("alice").get("/engine-rest/version").status()).isEqualTo(200);
        assertThat(as("bruno").get("/engine-rest/version").status()).isEqualTo(403);
        assertThat(as("marta").get("/engine-rest/version").status()).isEqualTo(403);
    }

    @Test
    void refusesEveryAddressWithASemicolon() {
        for (var address :
                List.of("/engine-rest;x/task", "/engine-rest/task;x=1", "/camunda/api;a/x", "/api/v1/work;j=1")) {
            assertThat(administrator.get(address).status()).as(address).isEqualTo(400);
            assertThat(stranger.get(address).status()).as(address).isEqualTo(400);
        }
    }

    @Test
    void showsMetricsToAdministratorsAndHealthToEverybody() {
        assertThat(stranger.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(stranger.get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(as("bruno").get("/actuator/prometheus").status()).isEqualTo(403);
        assertThat(administrator
                        .header("Accept", "*/*")
                        .get("/actuator/prometheus")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void knowsNoPathThatNobodyListed() {
        for (var visitor : new Visitor[] {stranger, as("bruno"), administrator}) {
            assertThat(visitor.get("/h2-console").status()).isEqualTo(404);
            assertThat(visitor.get("/error").status()).isEqualTo(404);
            assertThat(visitor.get("/api/v2/customers").status()).isEqualTo(404);
        }
    }

    @Test
    void refusesAPathThatReadsDifferentlyToDifferentReaders() {
        assertThat(administrator.get("/actuator%2fprometheus").status()).isEqualTo(400); // Tomcat's own answer
        for (var path : new String[] {
            "/api/v1/%2e%2e/engine-rest",
            "/api/v1/nothing;a=b",
            "/camunda//api/admin/x",
            "/camunda/api/./admin/x",
            "/camunda/api/engine/%2E%2e/admin/x"
        }) {
            var answer = administrator.get(path);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.header("Content-Type")).as(answer.toString()).startsWith("application/problem+json");
        }
    }

    @Test
    void createsNoSessionForAPassword() {
        var answer = administrator.get("/engine-rest/version");
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void refusesAWrongPasswordEvenWithAGoodSession() {
        var bruno = Visitor.loggedIn(port, "tasklist", "bruno", Staff.PASSWORD);
        assertThat(bruno.get("/api/v1/nothing").status()).isEqualTo(404);
        bruno.header("Authorization", "Basic bm9ib2R5Om5vbnNlbnNl");
        assertThat(bruno.get("/api/v1/nothing").status()).isEqualTo(401);
    }

    @Test
    void takesTheSessionOfTheWebApplicationsForReading() {
        var root =
                Visitor.loggedIn(port, "cockpit", "root", Doors.ADMIN_PASSWORD).without("X-XSRF-TOKEN");
        assertThat(root.get("/engine-rest/version").status()).isEqualTo(200);
    }

    @Test
    void wantsTheSessionsTokenForAChange() {
        var root = Visitor.loggedIn(port, "cockpit", "root", Doors.ADMIN_PASSWORD);
        assertThat(root.post("/engine-rest/task/count", "{}").status()).isEqualTo(200);
        var forged = root.without("X-XSRF-TOKEN").post("/engine-rest/task/count", "{}");
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.json().get("type").asText()).isEqualTo("urn:novelo:problem:csrf");
        root.header("X-XSRF-TOKEN", "0123456789ABCDEF0123456789ABCDEF");
        assertThat(root.post("/engine-rest/task/count", "{}").status()).isEqualTo(403);
    }

    @Test
    void refusesAChangeThatAnotherSiteCausedThoughTheBrowserSentThePassword() {
        for (var origin : new String[] {"https://evil.example", "null", "http://localhost.evil.example"}) {
            var answer = administrator.header("Origin", origin).post("/engine-rest/task/count", "{}");
            assertThat(answer.status()).as(origin).isEqualTo(403);
            assertThat(answer.json().get("type").asText()).isEqualTo("urn:novelo:problem:csrf");
        }
        administrator.header("Origin", "http://localhost:" + port);
        assertThat(administrator.post("/engine-rest/task/count", "{}").status()).isEqualTo(200);
        administrator.header("Origin", "file://"); // Camunda Modeler
        assertThat(administrator.post("/engine-rest/task/count", "{}").status()).isEqualTo(200);
    }

    @Test
    void givesASessionANewIdAtLogIn() {
        var bruno = Visitor.stranger(port);
        bruno.get("/camunda/app/tasklist/default/");
        var before = bruno.cookie("JSESSIONID");
        bruno.header("X-XSRF-TOKEN", bruno.cookie("XSRF-TOKEN"));
        var form = ("username=bruno&password=" + Staff.PASSWORD.replace(' ', '+')).getBytes();
        var login = "/camunda/api/admin/auth/user/default/login/tasklist";
        assertThat(bruno.send("POST", login, "application/x-www-form-urlencoded", form)
                        .status())
                .isEqualTo(200);
        assertThat(bruno.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void hidesTheSessionCookieFromScriptsAndOtherSites() {
        var cookie = stranger.get("/camunda/app/tasklist/default/")
                .response()
                .headers()
                .allValues("Set-Cookie");
        assertThat(cookie)
                .filteredOn(c -> c.startsWith("JSESSIONID"))
                .singleElement()
                .satisfies(c -> assertThat(c).contains("HttpOnly").containsIgnoringCase("SameSite=Lax"));
    }

    @Test
    void letsNobodySetUpAFirstAdministrator() {
        var user =
                "{\"profile\":{\"id\":\"eve\",\"firstName\":\"E\",\"lastName\":\"E\"},\"credentials\":{\"password\":\"x\"}}";
        var eve = Visitor.stranger(port);
        eve.get("/camunda/app/admin/default/");
        eve.header("X-XSRF-TOKEN", eve.cookie("XSRF-TOKEN"));
        assertThat(eve.post("/camunda/api/admin/setup/default/user/create", user)
                        .status())
                .isEqualTo(404);
        assertThat(eve.post("/camunda/api/admin/%73etup/default/user/create", user)
                        .status())
                .isIn(400, 404);
        assertThat(eve.post("/camunda/api/admin//setup/default/user/create", user)
                        .status())
                .isIn(400, 404);
        var root = Visitor.loggedIn(port, "admin", "root", Doors.ADMIN_PASSWORD);
        assertThat(root.post("/camunda/api/admin/setup/default/user/create", user)
                        .status())
                .isEqualTo(404);
        assertThat(administrator.get("/engine-rest/user/eve/profile").status()).isEqualTo(404);
    }

    @Test
    void tellsBrowsersToBeCareful() {
        for (var path : new String[] {"/api/v1/nothing", "/engine-rest/version"}) {
            var answer = administrator.get(path);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cache-Control")).contains("no-");
        }
        var tasklist = stranger.get("/camunda/app/tasklist/default/");
        assertThat(tasklist.header("Content-Security-Policy")).contains("frame-ancestors 'none'", "nonce-");
        assertThat(tasklist.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void endsBodiesThatAreTooLarge() {
        var large = "{\"name\":\"" + "x".repeat(9 << 20) + "\"}";
        assertThat(administrator.post("/engine-rest/task/count", large).status())
                .isEqualTo(413);
        assertThat(administrator
                        .post("/api/v1/nothing", large.substring(0, 2 << 20))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void slowsDownWhoeverGuessesAPassword() {
        assertThat(as("carla").get("/api/v1/nothing").status()).isEqualTo(404);
        var guesser = Visitor.withPassword(port, "carla", "guess");
        for (int guess = 0; guess < 3; guess++) {
            assertThat(guesser.get("/api/v1/nothing").status()).isEqualTo(401);
        }
        assertThat(as("carla").get("/api/v1/nothing").status())
                .as("the right password, sent too soon after wrong ones")
                .isEqualTo(401);
        administrator.post("/engine-rest/user/carla/unlock", "{}");
        assertThat(as("carla").get("/api/v1/nothing").status()).isEqualTo(404);
    }

    @Test
    void answersAnUnknownUserLikeAWrongPassword() {
        var unknown = Visitor.withPassword(port, "nobody", "guess").get("/api/v1/nothing");
        var wrong = Visitor.withPassword(port, "ana", "guess").get("/api/v1/nothing");
        assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        administrator.post("/engine-rest/user/ana/unlock", "{}");
    }

    @Test
    void keepsTheLastAdministrator() {
        assertThat(administrator.delete("/engine-rest/user/root").status()).isEqualTo(400);
        assertThat(administrator
                        .delete("/engine-rest/group/camunda-admin/members/root")
                        .status())
                .isEqualTo(400);
        assertThat(administrator.delete("/engine-rest/group/camunda-admin").status())
                .isEqualTo(400);
        assertThat(administrator.get("/engine-rest/version").status()).isEqualTo(200);
    }

    @Test
    void forgetsAUserWhoWasDeletedThoughHisSessionLives() {
        var user =
                "{\"profile\":{\"id\":\"zoe\",\"firstName\":\"Z\",\"lastName\":\"Z\"},\"credentials\":{\"password\":\"some password\"}}";
        assertThat(administrator.post("/engine-rest/user/create", user).status())
                .isEqualTo(204);
        assertThat(administrator
                        .put("/engine-rest/group/support/members/zoe", "{}")
                        .status())
                .isEqualTo(204);
        var zoe = Visitor.loggedIn(port, "tasklist", "zoe", "some password");
        assertThat(zoe.get("/api/v1/nothing").status()).isEqualTo(404);
        assertThat(administrator.delete("/engine-rest/user/zoe").status()).isEqualTo(204);
        assertThat(zoe.get("/api/v1/nothing").status()).isEqualTo(401);
    }

    private Visitor as(String user) {
        return Visitor.withPassword(port, user, Staff.PASSWORD);
    }
}
