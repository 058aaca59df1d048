package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.support.Multipart;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files there and back, as Meta keeps them for a while. */
class MediaStandInTest extends SandboxTest {

    private static final byte[] BYTES = "the bytes of a picture".getBytes(StandardCharsets.UTF_8);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void tellsTheBusinessWhatItKnowsOfACustomersFile() throws Exception {
        var id = attach("nota.pdf", "application/pdf");

        call("POST", phone("messages"), "{\"type\":\"document\",\"document\":{\"id\":\"%s\"}}".formatted(id));

        var document = messages(1).get(0).path("document");
        assertThat(document.path("mime_type").asText()).isEqualTo("application/pdf");
        assertThat(document.path("filename").asText()).isEqualTo("nota.pdf");
        assertThat(document.path("sha256").asText()).isEqualTo(hash());
        assertThat(bytes(document.path("url").asText()).body()).isEqualTo(BYTES);
    }

    @Test
    void leavesAFileThatItDoesNotKnowAsTheScriptWroteIt() throws Exception {
        call("POST", phone("messages"), "{\"type\":\"image\",\"image\":{\"id\":\"1\",\"sha256\":\"x\"}}");

        assertThat(messages(1).get(0).path("image").has("url")).isFalse();
    }

    @Test
    void handsAFileOutByItsIdWithAnAddressThatDies() throws Exception {
        var answer = describe(attach("a.jpg", "image/jpeg"));
        var url = answer.body().path("url").asText();

        assertThat(answer.body().path("file_size").asText()).isEqualTo(Integer.toString(BYTES.length));
        assertThat(bytes(url).statusCode()).isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(URI.create(url))).statusCode()).isEqualTo(401);
        assertThat(bytes(url.replaceAll("hash=.", "hash=x")).statusCode()).isEqualTo(404);
        call("POST", "/sandbox/clock", "{\"advance\":\"PT5M\"}");
        assertThat(bytes(url).statusCode()).isEqualTo(404);
    }

    @Test
    void goesOnInTheMiddle() throws Exception {
        var url = describe(attach("a.jpg", "image/jpeg")).body().path("url").asText();

        var rest = send(authorised(url).header("Range", "bytes=4-"));

        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(new String(rest.body(), StandardCharsets.UTF_8)).isEqualTo("bytes of a picture");
        assertThat(rest.headers().firstValue("Content-Range")).contains("bytes 4-21/22");
    }

    @Test
    void forgetsADeletedFile() throws Exception {
        var id = attach("a.jpg", "image/jpeg");

        assertThat(call("DELETE", "/sandbox/graph/v26.0/" + id, "", "Authorization", "Bearer sandbox-access-token")
                        .body()
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(describe(id).code()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"media-expired,404,false", "media-slow,200,true", "media-wrong-hash,200,false"})
    void failsOnceAsAFaultDemands(String kind, int status, boolean intact) throws Exception {
        var url = describe(attach("a.jpg", "image/jpeg")).body().path("url").asText();
        fault("{\"kind\":\"%s\",\"delay\":\"PT0.1S\",\"phone\":\"%s\"}".formatted(kind, customer));

        var first = bytes(url);

        assertThat(first.statusCode()).isEqualTo(status);
        assertThat(Arrays.equals(first.body(), BYTES)).isEqualTo(intact);
        assertThat(bytes(url).body()).isEqualTo(BYTES);
    }

    @Test
    void breaksTheConnectionInTheMiddle() throws Exception {
        var url = describe(attach("a.jpg", "image/jpeg")).body().path("url").asText();
        fault("{\"kind\":\"media-cut\",\"phone\":\"%s\"}".formatted(customer));

        assertThatThrownBy(() -> bytes(url)).isInstanceOf(IOException.class);
        assertThat(bytes(url).body()).isEqualTo(BYTES);
    }

    @Test
    void doesNotKnowAFileThatIsGone() throws Exception {
        var id = attach("a.jpg", "image/jpeg");
        fault("{\"kind\":\"media-gone\",\"phone\":\"%s\"}".formatted(customer));

        assertThat(describe(id).body().path("error").path("error_subcode").asInt())
                .isEqualTo(33);
        assertThat(describe(id).status()).isEqualTo(200);
    }

    @Test
    void takesWhatTheBusinessUploadsAndShowsItOnThePhone() throws Exception {
        customerWrites("Oi");
        messages(1);
        var id = upload("a.jpg", "image/jpeg", BYTES).body().path("id").asText();

        graph(to("\"type\":\"image\",\"image\":{\"id\":\"%s\"}".formatted(id)));

        assertThat(words(statuses(2))).containsExactly("sent", "delivered");
        var shown = send(HttpRequest.newBuilder(uri("/sandbox/phones/media/" + id)));
        assertThat(shown.body()).isEqualTo(BYTES);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
    }

    @Test
    void refusesToSendAFileThatNobodyUploaded() throws Exception {
        customerWrites("Oi");

        assertThat(graph(to("\"type\":\"image\",\"image\":{\"id\":\"1\"}")).code())
                .isEqualTo(100);
        assertThat(graph(to("\"type\":\"image\",\"image\":{\"id\":\"%s\"}".formatted(attach("a.jpg", "image/jpeg"))))
                        .code())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"image,application/pdf", "audio,audio/ogg"})
    void failsAfterwardsWhereThePhoneCannotOpenTheFile(String kind, String type) throws Exception {
        customerWrites("Oi");
        messages(1);
        var id = upload("a", type, BYTES).body().path("id").asText();

        graph(to("\"type\":\"%s\",\"%s\":{\"id\":\"%s\"}".formatted(kind, kind, id)));

        var failed = statuses(1).get(0);
        assertThat(failed.path("errors").path(0).path("code").asInt()).isEqualTo(131053);
    }

    @ParameterizedTest
    @CsvSource({"image,image/jpeg,delivered", "document,application/pdf,delivered", "video,image/jpeg,failed"})
    void looksAtTheFileAboveButtonsToo(String kind, String type, String outcome) throws Exception {
        customerWrites("Oi");
        messages(1);
        var id = upload("a", type, BYTES).body().path("id").asText();

        var answer = graph(to(
                """
                "type":"interactive","interactive":{"type":"button","header":{"type":"%s","%s":{"id":"%s"}},
                "body":{"text":"a"},"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"A"}}]}}"""
                        .formatted(kind, kind, id)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(words(statuses(outcome.equals("failed") ? 1 : 2))).endsWith(outcome);
    }

    @Test
    void refusesUploadsAsMetaDoes() throws Exception {
        assertThat(upload("a.svg", "image/svg+xml", BYTES).code()).isEqualTo(100);
        assertThat(upload("a.ogg", "audio/opus", BYTES).code()).isEqualTo(100);
        assertThat(upload("a.jpg", "image/jpeg", new byte[(5 << 20) + 1]).code())
                .isEqualTo(131053);
        assertThat(upload("a.jpg", "image/jpeg", new byte[0]).code()).isEqualTo(100);
        assertThat(post("/sandbox/graph/v26.0/100000000000001/media", Multipart.of("a.jpg", "image/jpeg", BYTES))
                        .code())
                .as("without messaging_product")
                .isEqualTo(100);
        assertThat(post("/sandbox/graph/v26.0/7/media", Multipart.of("a.jpg", "image/jpeg", BYTES))
                        .code())
                .as("another line")
                .isEqualTo(100);
    }

    private String phone(String rest) {
        return "/sandbox/phones/%s/%s".formatted(customer, rest);
    }

    private String attach(String filename, String type) throws Exception {
        return post(phone("media"), Multipart.of(filename, type, BYTES))
                .body()
                .path("id")
                .asText();
    }

    private Answer upload(String filename, String type, byte[] bytes) throws Exception {
        return post(
                "/sandbox/graph/v26.0/100000000000001/media",
                Multipart.of(filename, type, bytes).fields(Map.of("messaging_product", "whatsapp", "type", type)));
    }

    private Answer describe(String id) throws Exception {
        return call(
                "GET",
                "/sandbox/graph/v26.0/%s?phone_number_id=100000000000001".formatted(id),
                "",
                "Authorization",
                "Bearer sandbox-access-token");
    }

    private Answer post(String path, Multipart form) throws Exception {
        var response = HTTP.send(
                authorised(uri(path).toString())
                        .header("Content-Type", form.contentType())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), new ObjectMapper().readTree(response.body()));
    }

    private HttpResponse<byte[]> bytes(String url) throws Exception {
        return send(authorised(url));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder authorised(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer sandbox-access-token");
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String hash() throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(BYTES));
    }
}
