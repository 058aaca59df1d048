package app.novelo;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Database;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A program that takes long to stop is killed by whoever waits for it. */
class StopsQuicklyTest {

    @Test
    void withOpenScreensAndASendThatHangs() throws Exception {
        var program = start();
        var port = Integer.parseInt(program.getEnvironment().getProperty("local.server.port", ""));
        var http = HttpClient.newHttpClient();
        var screen = http.sendAsync(
                request(port, "/api/v1/events").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(screen).succeedsWithin(Duration.ofSeconds(60));
        var phone = http.sendAsync(
                request(port, "/sandbox/phones/5511955550000/events").GET().build(),
                HttpResponse.BodyHandlers.ofInputStream());
        post(http, port, "/sandbox/faults", "{\"kind\":\"hang\",\"count\":-1}");
        post(
                http,
                port,
                "/sandbox/phones/5511955550000/messages",
                "{\"type\":\"text\",\"text\":{\"body\":\"minha geladeira não gela\"}}");
        eventually(() -> isSending(program));

        long start = System.nanoTime();
        program.close();
        var took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(took)
                .as("a send that hangs would take 30 s, open screens for ever")
                .isLessThan(Duration.ofSeconds(20));
        assertThat(phone).isDone();
    }

    /** Without the webapps: their delegates are static, and closing them would take those of all other tests along. */
    private static ConfigurableApplicationContext start() {
        var database = Database.fresh();
        return new SpringApplicationBuilder(Novelo.class)
                .run( // arguments, since application.yml would win over properties
                        "--server.port=0",
                        "--spring.quartz.properties.org.quartz.scheduler.instanceName=stops-quickly",
                        "--novelo.data-dir=target/stops-quickly",
                        "--novelo.database.url=" + database.getURL(),
                        "--novelo.database.user=novelo",
                        "--novelo.database.password=novelo",
                        "--novelo.admin-user=admin",
                        "--novelo.admin-password=admin-of-tests",
                        "--novelo.sandbox.password=people-of-tests",
                        "--camunda.bpm.webapp.enabled=false");
    }

    private static boolean isSending(ConfigurableApplicationContext program) {
        return program.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("select count(*) from conversation.outgoing where state = 'SENDING'")
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static void post(HttpClient http, int port, String path, String body) throws Exception {
        var answer = http.send(
                request(port, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private static HttpRequest.Builder request(int port, String path) {
        var credentials = Base64.getEncoder().encodeToString("admin:admin-of-tests".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + credentials);
    }
}
