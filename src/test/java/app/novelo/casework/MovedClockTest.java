package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.NoveloProcess;
import app.novelo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox's clock is everybody's: processes, windows, tables. In a process of its own, since it is one for a whole JVM. */
class MovedClockTest {

    private static final String PHONE = "5511966670001";

    @TempDir
    Path data;

    @Test
    void aTimerRunsOutAndTheWindowCloses() {
        try (var novelo = NoveloProcess.start(data)) {
            var marta = Visitor.withPassword(novelo.port(), "marta", NoveloProcess.PASSWORD);
            post(marta, "/sandbox/phones/" + PHONE + "/messages", "{\"type\":\"text\",\"text\":{\"body\":\"oi\"}}");
            eventually(() -> isGreeted(marta));
            assertThat(conversation(marta).path("case").isTextual())
                    .as("he has only greeted")
                    .isFalse();

            forward(marta, "PT11M");

            eventually(() -> conversation(marta).path("case").isTextual());
            var id = conversation(marta).path("id").asText();
            post(marta, "/api/v1/conversations/" + id + "/messages", "{\"kind\":\"text\",\"text\":\"bom dia\"}");

            forward(marta, "PT24H");

            var refused = marta.post(
                    "/api/v1/conversations/" + id + "/messages", "{\"kind\":\"text\",\"text\":\"e agora?\"}");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("type").asText()).endsWith("window-closed");
        }
    }

    private static boolean isGreeted(Visitor visitor) {
        var chat = visitor.get("/sandbox/phones/" + PHONE + "/messages").json().path("items");
        return chat.findValuesAsText("direction").contains("OUT");
    }

    private static JsonNode conversation(Visitor visitor) {
        return visitor.get("/api/v1/conversations").json().path("items").path(0);
    }

    private static void forward(Visitor visitor, String duration) {
        post(visitor, "/sandbox/clock", "{\"advance\":\"" + duration + "\"}");
    }

    private static void post(Visitor visitor, String path, String json) {
        var answer = visitor.post(path, json);
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
    }
}
