package app.novelo.channel.whatsapp;

import app.novelo.channel.ChannelError;
import app.novelo.channel.ChannelMedia.Upload;
import app.novelo.channel.Line;
import app.novelo.channel.SendOutcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.entity.mime.FileBody;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.springframework.stereotype.Component;

/** Hands a file over through {@code POST /{version}/{phone-number-id}/media}, straight from the disk. */
@Component
class MediaUpload {

    private static final int OK = 200;
    private static final int LONGEST_ANSWER = 64 << 10;
    private static final Duration SOON = Duration.ofSeconds(2);

    /** About a quarter of an hour with the send queue's back-off. */
    private static final int MOST = 10;

    private final MediaHttp http;
    private final GraphEndpoint endpoint;
    private final Tokens tokens;
    private final GraphErrors errors;
    private final ObjectMapper json;

    MediaUpload(MediaHttp http, GraphEndpoint endpoint, Tokens tokens, GraphErrors errors, ObjectMapper json) {
        this.http = http;
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.errors = errors;
        this.json = json;
    }

    /** Never of unknown outcome: a file that arrived twice reaches no customer. */
    SendOutcome upload(Line line, Upload upload) {
        var token = tokens.of(line.accountId());
        try (var response = http.open(request(line, upload, token));
                var body = new OpenResponse(response)) {
            var answer = body.readNBytes(LONGEST_ANSWER);
            if (response.getCode() != OK) {
                return tokens.judged(errors.outcome(response.getCode(), answer), line.accountId(), token);
            }
            var id = json.readTree(answer).path("id").asText();
            return id.isEmpty() ? later("an answer without an id") : new SendOutcome.Accepted(id);
        } catch (IOException e) {
            return later(e.getClass().getSimpleName());
        }
    }

    private static SendOutcome later(String why) {
        return new SendOutcome.Later(new ChannelError(0, "The file could not be handed over", why), SOON, 2, MOST);
    }

    private ClassicHttpRequest request(Line line, Upload upload, String token) {
        var type = ContentType.parse(upload.mimeType());
        var form = MultipartEntityBuilder.create()
                .setMode(HttpMultipartMode.EXTENDED)
                .addTextBody("messaging_product", "whatsapp")
                .addTextBody("type", upload.mimeType())
                .addPart("file", new FileBody(upload.file().toFile(), type, upload.filename()))
                .build();
        return ClassicRequestBuilder.post(endpoint.address() + "/" + line.providerId() + "/media")
                .addHeader("Authorization", "Bearer " + token)
                .setEntity(form)
                .build();
    }
}
