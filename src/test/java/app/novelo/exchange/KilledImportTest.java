package app.novelo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.novelo.support.Multipart;
import app.novelo.support.NoveloProcess;
import app.novelo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program dies while a long list and a long chat come in: the next start goes on where it ended, and nothing is there twice. */
class KilledImportTest {

    private static final int ROWS = 10_000;

    /** Every so many rows one has no number, and one has the number of the row before. */
    private static final int BAD = 100;

    private static final int DOUBLE = 1_000;

    private static final int MESSAGES = 3_000;

    /** Every so many messages one is a file. */
    private static final int FILE = 25;

    private static final String PHONE = "+5511912345678";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void isGoneOnWithByTheNextStart(@TempDir Path data) throws IOException {
        try (var novelo = NoveloProcess.start(data)) {
            var marta = Visitor.withPassword(novelo.port(), "marta", NoveloProcess.PASSWORD);
            var list = looked(marta, "customers", "clientes.csv", list().getBytes(StandardCharsets.UTF_8));
            var chat = looked(marta, "chats", "Conversa do WhatsApp com Ana.zip", chat());
            assertThat(marta.get(list).json().at("/preview/bad").asInt()).isEqualTo(ROWS / BAD);

            marta.post(list + "/start", "{\"consent\":{\"source\":\"Feira\"}}");
            var line = marta.get("/api/v1/lines").json().findValuesAsText("id").get(0);
            marta.post(chat + "/start", "{\"phone\":\"%s\",\"line\":\"%s\"}".formatted(PHONE, line));
            inTime(() -> isUnderWay(marta, list) && isUnderWay(marta, chat));
            novelo.restart();

            inTime(() -> state(marta, list).equals("DONE") && state(marta, chat).equals("DONE"));
            listIsThere(marta.get(list).json().path("report"));
            assertThat(marta.get(list + "/errors.csv").body().lines()).hasSize(1 + ROWS / BAD);
            assertThat(of(marta, "11980000777")).hasSize(1);
            chatIsThere(marta, marta.get(chat).json().path("report"));
        }
    }

    private static String looked(Visitor marta, String kind, String name, byte[] bytes) {
        var form = Multipart.of(name, "application/octet-stream", bytes);
        var answer = marta.send("POST", "/api/v1/imports/" + kind, form.contentType(), form.bytes());
        var path = "/api/v1/imports/" + answer.json().path("id").asText();
        inTime(() -> state(marta, path).equals("READY"));
        return path;
    }

    private static boolean isUnderWay(Visitor marta, String path) {
        var shown = marta.get(path).json();
        assertThat(shown.path("state").asText())
                .as("it is killed before it ends")
                .isEqualTo("RUNNING");
        return shown.path("position").asInt() > 0;
    }

    private static String list() {
        var list = new StringBuilder("telefone;nome;responsavel;marketing\n");
        for (int n = 1; n <= ROWS; n++) {
            int whose = n % DOUBLE == 1 && n > 1 ? n - 2 : n; // the row before has no number
            list.append(n % BAD == 0 ? "sem telefone" : "(11) 9" + (80_000_000 + whose))
                    .append(";Cliente ")
                    .append(n)
                    .append(";ana;sim\n");
        }
        return list.toString();
    }

    private static void listIsThere(JsonNode report) {
        int bad = ROWS / BAD;
        int doubles = ROWS / DOUBLE - 1;
        assertThat(report.path("rows").asInt()).isEqualTo(ROWS);
        assertThat(report.path("bad").asInt()).isEqualTo(bad);
        assertThat(report.path("created").asInt()).isEqualTo(ROWS - bad - doubles);
        assertThat(report.path("known").asInt()).isEqualTo(doubles);
        assertThat(report.path("consents").asInt()).isEqualTo(ROWS - bad - doubles);
    }

    private static byte[] chat() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("_chat.txt"));
            var at = LocalDateTime.parse("2024-01-20T10:00:00");
            for (int n = 0; n < MESSAGES; n++) {
                var time = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").format(at.plusMinutes(n / 2));
                var text = n % FILE == 0 ? "DOC-" + n + ".pdf (arquivo anexado)" : "mensagem " + n;
                zip.write("%s - %s: %s%n"
                        .formatted(time, n % 3 == 0 ? "Loja" : "Ana", text)
                        .getBytes(StandardCharsets.UTF_8));
            }
            for (int n = 0; n < MESSAGES; n += FILE) {
                zip.putNextEntry(new ZipEntry("DOC-" + n + ".pdf"));
                zip.write(("%PDF-1.7 " + n).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void chatIsThere(Visitor marta, JsonNode report) {
        assertThat(report.path("added").asInt()).isEqualTo(MESSAGES);
        assertThat(report.path("files").asInt()).isEqualTo(MESSAGES / FILE);
        var timeline =
                timeline(marta, of(marta, PHONE.substring(3)).get(0).path("id").asText());
        assertThat(timeline).hasSize(MESSAGES);
        for (int n = 0; n < MESSAGES; n++) {
            var shown = timeline.get(n).path("content");
            if (n % FILE != 0) {
                assertThat(shown.path("text").asText()).isEqualTo("mensagem " + n);
            } else {
                assertThat(shown.at("/media/state").asText()).isEqualTo("READY");
                assertThat(marta.get(shown.at("/media/url").asText()).body()).isEqualTo("%PDF-1.7 " + n);
            }
        }
    }

    private static List<JsonNode> timeline(Visitor marta, String customer) {
        var all = new ArrayList<JsonNode>();
        var from = "";
        do {
            var page = marta.get("/api/v1/customers/" + customer + "/timeline?limit=200" + from)
                    .json();
            page.path("items").forEach(all::add);
            from = page.path("next").isTextual() ? "&after=" + page.path("next").asText() : "";
        } while (!from.isEmpty());
        return all;
    }

    private static JsonNode of(Visitor marta, String phone) {
        return marta.get("/api/v1/customers?q=" + phone).json().path("items");
    }

    private static void inTime(Callable<Boolean> look) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(look);
    }

    private static String state(Visitor visitor, String path) {
        return visitor.get(path).json().path("state").asText();
    }
}
