package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import app.novelo.channel.MediaUnavailable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks {@code GET /{media-id}} where a file is now. */
@Component
class MediaAddress {

    /** Far more than Meta answers. */
    private static final int LONGEST_ANSWER = 64 << 10;

    private static final int OK = 200;

    /** Invalid parameter; the object does not exist or is not ours. */
    private static final int UNKNOWN_ID = 100;

    private final MediaHttp http;
    private final GraphEndpoint endpoint;
    private final ObjectMapper json;

    MediaAddress(MediaHttp http, GraphEndpoint endpoint, ObjectMapper json) {
        this.http = http;
        this.endpoint = endpoint;
        this.json = json;
    }

    /** @param sha256 base64 or hexadecimal, as Meta likes */
    record Found(String url, @Nullable String sha256) {}

    Found of(Line line, String id) throws IOException, MediaUnavailable {
        var request = ClassicRequestBuilder.get(
                        endpoint.address() + "/" + encoded(id) + "?phone_number_id=" + encoded(line.providerId()))
                .addHeader("Authorization", "Bearer " + endpoint.token())
                .build();
        try (var response = http.open(request);
                var body = new OpenResponse(response)) {
            var answer = read(body.readNBytes(LONGEST_ANSWER));
            var url = answer.path("url").asText();
            if (response.getCode() != OK || url.isEmpty()) {
                throw refusal(
                        response.getCode(), answer.path("error").path("code").asInt());
            }
            var hash = answer.path("sha256").asText();
            return new Found(url, hash.isEmpty() ? null : hash);
        }
    }

    private static MediaUnavailable refusal(int status, int code) throws IOException {
        if (status / 100 == 5 || status == 429) {
            throw new IOException("HTTP " + status);
        }
        return new MediaUnavailable("HTTP " + status + ", code " + code, code == UNKNOWN_ID);
    }

    private JsonNode read(byte[] body) throws IOException {
        return json.readTree(body);
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
