package app.novelo.casework;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.platform.Events;
import app.novelo.platform.Loop;
import app.novelo.support.RunningNovelo;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens reaches the screens that are open. */
@RunningNovelo
class LiveScreensTest {

    @LocalServerPort
    int port;

    @Autowired
    Events events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("liveScreens")
    Loop liveScreens;

    @AfterEach
    void goOn() {
        liveScreens.resume();
    }

    @Test
    void whatHappensBetweenTheGreetingAndTheNextRoundIsNotLost() throws Exception {
        liveScreens.pause();
        try (var screen = open()) {
            var lines = new Scanner(screen, StandardCharsets.UTF_8);
            assertThat(lines.nextLine()).as("greeted, so it has looked").contains("live");
            var mark = UUID.randomUUID().toString();
            transaction.executeWithoutResult(status -> events.append("task.created", Map.of("mark", mark)));

            liveScreens.resume();

            assertThat(CompletableFuture.supplyAsync(() -> lines.findWithinHorizon(mark, 0))
                            .get(60, TimeUnit.SECONDS))
                    .isEqualTo(mark);
        }
    }

    @Test
    void aNoticeIsHeardByThoseWhomItIsForAndByNobodyElse() throws Exception {
        assertThat(hears("carla", "carla")).isTrue();
        assertThat(hears("carla", "support")).isTrue();
        assertThat(hears("carla", "managers")).isFalse();
        assertThat(hears("marta", "managers")).isTrue();
        assertThat(hears("marta", "carla")).as("what is for an agent alone").isFalse();
    }

    private boolean hears(String user, String to) throws Exception {
        try (var screen = open(user)) {
            var lines = new Scanner(screen, StandardCharsets.UTF_8);
            assertThat(lines.nextLine()).contains("live");
            var notice = UUID.randomUUID().toString();
            var after = UUID.randomUUID().toString();
            transaction.executeWithoutResult(status -> {
                events.append("notice.created", Map.of("mark", notice, "to", to));
                events.append("task.created", Map.of("mark", after, "queue", "support"));
            });
            return CompletableFuture.supplyAsync(() -> lines.findWithinHorizon(notice + "|" + after, 0))
                    .get(60, TimeUnit.SECONDS)
                    .equals(notice);
        }
    }

    private InputStream open() throws Exception {
        return open("marta");
    }

    private InputStream open(String user) throws Exception {
        var credentials =
                Base64.getEncoder().encodeToString((user + ":people-of-tests").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/events"))
                .header("Authorization", "Basic " + credentials)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }
}
