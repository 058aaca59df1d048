package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.Content;
import app.novelo.channel.Line;
import app.novelo.channel.OutboundMessage;
import app.novelo.channel.SendOutcome;
import app.novelo.channel.Templates;
import app.novelo.platform.SandboxMode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one call of the Graph API means, also where nothing or nonsense comes back. */
class GraphMessagesTest {

    /** TLS: a fatal alert of number 40 instead of the server's hello. */
    private static final String HANDSHAKE_FAILURE = "\u0015\u0003\u0003\0\u0002\u0002(";

    private static final String ACCEPTED = "{\"messages\":[{\"id\":\"wamid.1\"}]}";

    @Test
    void isAcceptedWithTheProvidersId() throws IOException {
        assertThat(outcome(answer(200, ACCEPTED))).isEqualTo(new SendOutcome.Accepted("wamid.1"));
    }

    @Test
    void waitsForAServerThatCannotBeReached() throws IOException {
        int port;
        try (var closed = server()) {
            port = closed.getLocalPort();
        }

        var outcome = messages("http://127.0.0.1:" + port).send(message());

        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Later.class, later -> assertThat(later.most())
                .as("as long as it takes")
                .isEqualTo(Integer.MAX_VALUE));
    }

    @Test
    void waitsForAServerWhoseNameIsUnknown() {
        assertThat(messages("http://graph.invalid").send(message())).isInstanceOf(SendOutcome.Later.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"messages\":[]}", "{\"messages\":[{\"id\":\"\"}]}", "<html>", "{\"messages\":["})
    void doesNotKnowWhatAYesMeansThatItCannotRead(String body) throws IOException {
        assertThat(outcome(answer(200, body))).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void doesNotKnowWhatHappenedWhenTheConnectionBreaks() throws IOException {
        assertThat(outcome("")).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(outcome("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void doesNotKnowWhatHappenedWhenNoAnswerComesInTime() throws IOException {
        try (var silent = server()) {
            assertThat(messages("http://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(700), account -> "")
                            .send(message()))
                    .isInstanceOf(SendOutcome.Unknown.class);
        }
    }

    /** A proxy with a certificate of its own, say: before the handshake is over no message has left. */
    @Test
    void waitsForAServerThatCannotProveWhoItIs() throws IOException {
        try (var stranger = server()) {
            var thread = new Thread(() -> answerOnce(stranger, HANDSHAKE_FAILURE));
            thread.start();

            assertThat(messages("https://127.0.0.1:" + stranger.getLocalPort()).send(message()))
                    .isInstanceOf(SendOutcome.Later.class);
        }
    }

    /** cloud-api §6: code, HTTP status, what it means. */
    @ParameterizedTest
    @CsvSource({
        "2, 503, Later",
        "4, 429, Later",
        "80007, 429, Later",
        "130429, 429, Later",
        "131000, 500, Later",
        "131016, 500, Later",
        "131056, 429, Later",
        "131057, 500, Later",
        "133004, 503, Later",
        "2494100, 400, Later",
        "133015, 400, Later",
        "1, 500, Later",
        "999999, 500, Later",
        "999999, 429, Later",
        "131047, 400, WINDOW_CLOSED",
        "131050, 400, OPTED_OUT",
        "131026, 400, UNDELIVERABLE",
        "131049, 400, UNDELIVERABLE",
        "130472, 400, UNDELIVERABLE",
        "131021, 400, UNDELIVERABLE",
        "100, 400, UNDELIVERABLE",
        "999999, 400, UNDELIVERABLE",
        "0, 401, LINE_STOPPED",
        "190, 401, LINE_STOPPED",
        "10, 403, LINE_STOPPED",
        "200, 403, LINE_STOPPED",
        "299, 403, LINE_STOPPED",
        "368, 403, LINE_STOPPED",
        "131031, 403, LINE_STOPPED",
        "131042, 400, LINE_STOPPED",
        "133010, 400, LINE_STOPPED"
    })
    void readsEveryErrorByItsCode(int code, int http, String meaning) throws IOException {
        var outcome = outcome(answer(http, "{\"error\":{\"code\":" + code + ",\"message\":\"m\"}}"));

        var read = outcome instanceof SendOutcome.Refused refused
                ? refused.reason().name()
                : outcome.getClass().getSimpleName();
        assertThat(read).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"500, Later", "502, Later", "503, Later", "504, Later", "429, Later", "404, Refused", "302, Refused"})
    void readsAGatewaysPageByItsStatus(int http, String meaning) throws IOException {
        assertThat(outcome(answer(http, "<html>")).getClass().getSimpleName()).isEqualTo(meaning);
    }

    /** cloud-api §6: rates and maintenance pass, a generic failure may not, an unknown fault is capped. */
    @ParameterizedTest
    @CsvSource({
        "2, 503, 2147483647",
        "130429, 429, 2147483647",
        "131056, 400, 2147483647",
        "131057, 500, 2147483647",
        "999999, 429, 2147483647",
        "1, 500, 3",
        "131000, 500, 3",
        "999999, 500, 10"
    })
    void triesAgainAsOftenAsTheErrorIsWorth(int code, int http, int most) throws IOException {
        var outcome = outcome(answer(http, "{\"error\":{\"code\":" + code + ",\"message\":\"m\"}}"));

        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Later.class, later -> assertThat(later.most())
                .isEqualTo(most));
    }

    /** cloud-api §6: 4, 16, 64 … seconds for one customer; a number that was just deleted, five minutes. */
    @ParameterizedTest
    @CsvSource({"131056, PT4S, 4", "133015, PT5M, 1", "131057, PT1M, 2", "130429, PT2S, 2"})
    void waitsAsLongAsTheErrorAsksFor(int code, Duration delay, int growth) throws IOException {
        var outcome = outcome(answer(400, "{\"error\":{\"code\":" + code + ",\"message\":\"m\"}}"));

        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Later.class, later -> {
            assertThat(later.delay()).isEqualTo(delay);
            assertThat(later.growth()).isEqualTo(growth);
        });
    }

    /** Meta may look at a new template on its first customers, or have paused it. */
    @ParameterizedTest
    @CsvSource({"accepted,", "held_for_quality_assessment, held_for_quality_assessment", "paused, paused"})
    void tellsThatAMessageIsHeldBack(String status, @Nullable String held) throws IOException {
        var accepted = ACCEPTED.replace("\"}", "\",\"message_status\":\"" + status + "\"}");

        assertThat(outcome(answer(200, accepted))).isEqualTo(new SendOutcome.Accepted("wamid.1", held));
    }

    /** No window closes on it. */
    @Test
    void triesATemplateForADayAndNotForEver() throws IOException {
        var template = Templates.asked("x", "pt_BR", Map.of(), null);
        var message = new OutboundMessage(
                UUID.randomUUID(), message().line(), "55", null, "template", "x", template, null, null);
        try (var closed = server()) {
            closed.close();
            var outcome = messages("http://127.0.0.1:" + closed.getLocalPort()).send(message);

            assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Later.class, later -> assertThat(later.most())
                    .isEqualTo(300));
        }
    }

    @Test
    void followsNoRedirectWithTheToken() throws IOException {
        assertThat(outcome("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"))
                .isInstanceOf(SendOutcome.Refused.class);
    }

    @Test
    void showsTheTokenOfTheLinesAccount() throws IOException {
        var asked = new ArrayList<String>();
        try (var server = server()) {
            var thread = new Thread(() -> answerOnce(server, answer(200, ACCEPTED)));
            thread.start();
            messages("http://127.0.0.1:" + server.getLocalPort(), account -> {
                        asked.add(account);
                        return "token";
                    })
                    .send(message());
        }

        assertThat(asked).containsExactly("2");
    }

    /** It was on its way when the token was replaced: its refusal must not stop the line again. */
    @Test
    void triesAgainWhatWasRefusedForATokenThatHasBeenReplacedSince() throws IOException {
        var refusal = answer(401, "{\"error\":{\"code\":190,\"message\":\"m\"}}");
        try (var server = server()) {
            var thread = new Thread(() -> answerOnce(server, refusal));
            thread.start();

            var outcome = messages("http://127.0.0.1:" + server.getLocalPort(), new Replaced())
                    .send(message());

            assertThat(outcome).isInstanceOf(SendOutcome.Later.class);
        }
    }

    private record Replaced() implements Tokens {

        @Override
        public String of(String account) {
            return "old";
        }

        @Override
        public String anew(String account) {
            return "new";
        }
    }

    private static SendOutcome outcome(String answer) throws IOException {
        try (var server = server()) {
            var thread = new Thread(() -> answerOnce(server, answer));
            thread.start();
            return messages("http://127.0.0.1:" + server.getLocalPort()).send(message());
        }
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    /** Reads on until the other side ends: a connection closed over unread bytes is reset, and the answer with it. */
    private static void answerOnce(ServerSocket server, String answer) {
        try (var connection = server.accept()) {
            connection.getInputStream().read(new byte[8192]);
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            connection.shutdownOutput();
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the other side is what is tested
        }
    }

    private static String answer(int status, String body) {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 " + status + " X\r\nContent-Length: " + length + "\r\n\r\n" + body;
    }

    private static GraphMessages messages(String baseUrl) {
        return messages(baseUrl, account -> "token of " + account);
    }

    private static GraphMessages messages(String baseUrl, Tokens tokens) {
        return messages(baseUrl, Duration.ofMinutes(1), tokens); // no answer that comes is too late on a busy machine
    }

    private static GraphMessages messages(String baseUrl, Duration timeout, Tokens tokens) {
        var settings = new WhatsAppSettings("", "", "token", "1", "2", "", baseUrl, "v26.0", timeout, Map.of());
        var json = new ObjectMapper();
        return new GraphMessages(
                new GraphEndpoint(settings, new SandboxMode(false)),
                tokens,
                settings,
                json,
                new GraphBodies(json),
                new GraphErrors(json));
    }

    private static OutboundMessage message() {
        var line = new Line(UUID.randomUUID(), "whatsapp", "1", "1", "2");
        return new OutboundMessage(
                UUID.randomUUID(), line, "5511999990000", null, "text", "olá", new Content.Text(false), null, null);
    }
}
