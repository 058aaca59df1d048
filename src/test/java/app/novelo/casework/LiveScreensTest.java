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

    private InputStream open() throws Exception {
        var credentials = Base64.getEncoder().encodeToString("marta:people-of-tests".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/events"))
                .header("Authorization", "Basic " + credentials)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }
}
