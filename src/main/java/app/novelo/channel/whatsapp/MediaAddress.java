package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import app.novelo.channel.MediaUnavailable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks {@code GET /{media-id}} where a file is now. */
@Component
class MediaAddress {

    /** Far more than Meta answers. */
    private static final int LONGEST_ANSWER = 64 << 10;

    private static final int OK = 200;

    /** Digits so far; in no case a path. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    /** Invalid parameter; the object does not exist or is not ours. */
    private static final int UNKNOWN_ID = 100;

    private final MediaHttp http;
    private final GraphEndpoint endpoint;
    private final Tokens tokens;
    private final ObjectMapper json;

    MediaAddress(MediaHttp http, GraphEndpoint endpoint, Tokens tokens, ObjectMapper json) {
        this.http = http;
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.json = json;
    }

    /** @param sha256 base64 or hexadecimal, as Meta likes */
    record Found(String url, @Nullable String sha256) {}

    Found of(Line line, String id) throws IOException, MediaUnavailable {
        if (!ID.matcher(id).matches()) {
            throw new MediaUnavailable("its id is none", true);
        }
        var request = ClassicRequestBuilder.get(endpoint.address() + "/" + id + "?phone_number_id="
                        + URLEncoder.encode(line.providerId(), StandardCharsets.UTF_8))
                .addHeader("Authorization", "Bearer " + tokens.of(line.accountId()))
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

    /** A gateway answers in HTML. */
    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
