package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.channel.ChannelMedia.Upload;
import app.novelo.channel.Line;
import app.novelo.channel.MediaReference;
import app.novelo.channel.MediaUnavailable;
import app.novelo.channel.SendOutcome;
import app.novelo.platform.SandboxMode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is called for a file, with what, and what the answers mean. */
class GraphMediaTest {

    private static final String BYTES = "the bytes";
    private static final MediaSettings SETTINGS = new MediaSettings(List.of(), Duration.ofSeconds(5));

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile String address = "";
    private volatile int dead;
    private volatile String redirect = "";
    private HttpServer server;
    private HttpServer other;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", this::answer);
        other.start();
        address = url("/bytes");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        other.stop(0);
    }

    @Test
    void takesTheWebhooksAddressWithoutAsking() throws Exception {
        assertThat(fetch(url("/bytes"), 0)).isEqualTo(BYTES);
        assertThat(calls).containsExactly("/bytes");
        assertThat(tokens).containsExactly("Bearer token");
    }

    @Test
    void asksForAnAddressWhereThereIsNone() throws Exception {
        assertThat(fetch(null, 0)).isEqualTo(BYTES);
        assertThat(calls).containsExactly("/v26.0/7788?phone_number_id=1", "/bytes");
    }

    @Test
    void asksAnewForADeadAddress() throws Exception {
        dead = 2;
        assertThat(fetch(url("/bytes"), 0)).isEqualTo(BYTES);
        assertThat(calls).filteredOn(call -> call.startsWith("/v26.0")).hasSize(2);
    }

    @Test
    void givesUpAnAddressThatIsDeadEachTime() {
        dead = 99;
        assertThatThrownBy(() -> fetch(null, 0))
                .isInstanceOfSatisfying(
                        MediaUnavailable.class, e -> assertThat(e.isForGood()).isFalse());
        assertThat(calls).hasSize(6);
    }

    @Test
    void knowsThatAnUnknownIdIsGoneForGood() {
        assertThatThrownBy(() -> fetch("gone", null, 0))
                .isInstanceOfSatisfying(
                        MediaUnavailable.class, e -> assertThat(e.isForGood()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../me", "7788/../me", "7788?fields=x", "", "7788#", "%2e%2e"})
    void callsNoPathForAnId(String id) {
        assertThatThrownBy(() -> fetch(id, null, 0)).isInstanceOf(MediaUnavailable.class);
        assertThat(calls).isEmpty();
    }

    @Test
    void goesOnInTheMiddle() throws Exception {
        assertThat(fetch(url("/bytes"), 4)).isEqualTo("bytes");
    }

    @Test
    void unpacksNothing() throws Exception {
        assertThat(fetch(url("/packed"), 0)).isEqualTo(BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/a",
                "https://evil.example/a",
                "https://lookaside.fbsbx.com.evil.example/a",
                "https://evilfbsbx.com/a",
                "http://lookaside.fbsbx.com/a",
                "https://lookaside.fbsbx.com:8443/a",
                "https://user@lookaside.fbsbx.com/a",
                "file:///etc/passwd",
                "ftp://lookaside.fbsbx.com/a",
                "https://[::1]/a",
                "https://0x7f000001/a",
                "https://2130706433/a",
                "https://[::ffff:127.0.0.1]/a",
                "https://[fd00::1]/a",
                "https://0177.0.0.1/a",
                "https://127.1/a",
                "https://127.0.0.1./a",
                "http://localhost.evil/a",
                "https://localhost/a",
                "https://LOOKASIDE.FBSBX.COM.evil.example/a",
                "https://evil.fbsbx.com.attacker.example/a",
                "https://lookaside.fbsbx.com@127.0.0.1/a",
                "https://lookaside.fbsbx.com:443@127.0.0.1/a",
                "https://127.0.0.1\\@lookaside.fbsbx.com/a",
                "https://127.0.0.1#@lookaside.fbsbx.com/a",
                "https://127.0.0.1?lookaside.fbsbx.com",
                "https://lookaside.fbsbx.com%2eevil.example/a",
                "https://lookaside.fbsbx.com%00.evil.example/a",
                "https://lookaside.fbsbx.com./a",
                "https://.fbsbx.com/a",
                "https://fbsbx.com/a",
                "https://lookaside.fbsbx\u3002com/a",
                "https://lookaside.fbsbx.com\uFF0Fevil.example/a",
                "https://\u2113ookaside.fbsbx.com/a",
                "https://lookaside.fbsbx.com:0/a",
                "https://lookaside.fbsbx.com:22/a",
                "https://lookaside.fbsbx.com:99999/a",
                "https:lookaside.fbsbx.com/a",
                "https:///a",
                "//evil.example/a",
                "data:text/html,<script>",
                "jar:https://lookaside.fbsbx.com/a!/b",
                "gopher://127.0.0.1:25/_HELO",
                "javascript:alert(1)",
                "not an address",
                "/relative"
            })
    void callsNobodyElse(String hostile) throws Exception {
        address = hostile;
        assertThatThrownBy(() -> fetch(null, 0)).isInstanceOf(MediaUnavailable.class);
        redirect = hostile.equals("/relative") ? "https://evil.example" : hostile;
        address = url("/redirect");
        assertThatThrownBy(() -> fetch(null, 0)).isInstanceOf(MediaUnavailable.class);
        assertThat(calls).filteredOn(call -> call.startsWith("/bytes")).isEmpty();
    }

    /** The list of hosts is written in any case, and so are addresses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lookaside.fbsbx.com/a",
                "HTTPS://LookAside.FBSBX.com/a",
                "https://mmg.whatsapp.net:443/a"
            })
    void knowsMetasOwnHostsHoweverTheyAreWritten(String address) {
        assertThat(hosts().allowed(address)).isPresent();
    }

    @Test
    void callsNoOtherPortOfItsOwnMachine() {
        redirect = "http://127.0.0.1:" + other.getAddress().getPort() + "/bytes";
        address = url("/redirect");
        assertThatThrownBy(() -> fetch(null, 0)).isInstanceOf(MediaUnavailable.class);
        assertThat(calls).doesNotContain("/bytes");
    }

    @Test
    void followsARedirectToAnAllowedPlace() throws Exception {
        redirect = "/bytes";
        assertThat(fetch(url("/redirect"), 0)).isEqualTo(BYTES);
    }

    @Test
    void followsNoRedirectForEver() {
        redirect = "/redirect";
        address = url("/redirect");
        assertThatThrownBy(() -> fetch(null, 0)).isInstanceOf(MediaUnavailable.class);
        assertThat(calls).filteredOn(call -> call.equals("/redirect")).hasSize(4);
    }

    @Test
    void handsAFileOverWithTypeAndName() throws Exception {
        var file = Files.writeString(folder.resolve("a"), BYTES);

        var outcome = media().upload(line(), new Upload(file, "audio/ogg; codecs=opus", "voz é.ogg"));

        assertThat(outcome).isEqualTo(new SendOutcome.Accepted("4711"));
        assertThat(calls.get(0)).startsWith("/v26.0/1/media");
        assertThat(calls.get(0)).contains("name=\"messaging_product\"", "whatsapp", "audio/ogg; codecs=opus", BYTES);
    }

    @Test
    void readsARefusalOfAnUploadLikeAnyOther() throws Exception {
        var file = Files.writeString(folder.resolve("a"), BYTES);

        assertThat(media().upload(new Line(UUID.randomUUID(), "whatsapp", "2", "", ""), new Upload(file, "a/b", "a")))
                .isInstanceOf(SendOutcome.Refused.class);
    }

    @Test
    void handsOverLaterWhatCannotBeHandedOverNow() throws Exception {
        var file = Files.writeString(folder.resolve("a"), BYTES);
        var media = media();
        server.stop(0);

        assertThat(media.upload(line(), new Upload(file, "image/png", "a"))).isInstanceOf(SendOutcome.Later.class);
    }

    private String fetch(String url, long from) throws Exception {
        return fetch("7788", url, from);
    }

    private String fetch(String id, String url, long from) throws Exception {
        var reference = new MediaReference(id, url, null, null, null, false, false);
        try (var download = media().open(line(), reference, from)) {
            assertThat(download.from()).isEqualTo(from);
            return new String(download.bytes().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private GraphMedia media() {
        var json = new ObjectMapper();
        var endpoint = endpoint();
        var http = new MediaHttp(hosts(), SETTINGS);
        Tokens tokens = account -> "token";
        return new GraphMedia(
                http,
                new MediaAddress(http, endpoint, tokens, json),
                new MediaUpload(http, endpoint, tokens, new GraphErrors(json), json),
                tokens);
    }

    @Test
    void aSandboxFetchesFromItsStandInAlone() {
        var settings = new WhatsAppSettings("", "", "", "", "", "", "", "v26.0", Duration.ofSeconds(5), Map.of());
        var metas = new MediaSettings(List.of(), Duration.ofSeconds(5));
        var ofMeta = "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1";

        assertThat(new MediaHosts(metas, new GraphEndpoint(settings, new SandboxMode(true))).allowed(ofMeta))
                .isEmpty();
        assertThat(new MediaHosts(metas, new GraphEndpoint(settings, new SandboxMode(false))).allowed(ofMeta))
                .isPresent();
    }

    private MediaHosts hosts() {
        return new MediaHosts(SETTINGS, endpoint());
    }

    private GraphEndpoint endpoint() {
        var settings =
                new WhatsAppSettings("", "", "token", "1", "2", "", url(""), "v26.0", Duration.ofSeconds(5), Map.of());
        return new GraphEndpoint(settings, new SandboxMode(false));
    }

    private static Line line() {
        return new Line(UUID.randomUUID(), "whatsapp", "1", "", "");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(path + body);
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (path.endsWith("/1/media")) {
            reply(exchange, 200, "{\"id\":\"4711\"}");
        } else if (path.endsWith("/2/media") || path.contains("/gone?")) {
            reply(exchange, 400, "{\"error\":{\"code\":100,\"message\":\"no\"}}");
        } else if (path.startsWith("/v26.0")) {
            reply(exchange, 200, "{\"url\":\"" + address.replace("\\", "\\\\") + "\",\"file_size\":9}");
        } else if (path.equals("/redirect")) {
            exchange.getResponseHeaders().set("Location", redirect);
            reply(exchange, 302, "");
        } else if (dead-- > 0) {
            reply(exchange, 404, "");
        } else {
            bytes(exchange, path);
        }
    }

    private static void bytes(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/packed")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        var range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            reply(exchange, 200, BYTES);
            return;
        }
        int from = Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-8/9");
        reply(exchange, 206, BYTES.substring(from));
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
