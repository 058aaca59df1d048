package app.novelo.channel.whatsapp;

import app.novelo.channel.OutboundChannel;
import app.novelo.channel.OutboundMessage;
import app.novelo.channel.SendOutcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.stereotype.Component;

/** Sends through {@code POST /{version}/{phone-number-id}/messages}. */
@Component
class GraphMessages implements OutboundChannel {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final GraphEndpoint endpoint;
    private final WhatsAppSettings settings;
    private final ObjectMapper json;
    private final GraphErrors errors;

    GraphMessages(GraphEndpoint endpoint, WhatsAppSettings settings, ObjectMapper json, GraphErrors errors) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.json = json;
        this.errors = errors;
    }

    @Override
    public String channel() {
        return WhatsAppSplitter.CHANNEL;
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
        try {
            return read(http.send(request(message), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (ConnectException | HttpConnectTimeoutException | UnknownHostException | SSLHandshakeException e) {
            return errors.unreachable(e); // nothing of the message has left before the handshake is over
        } catch (IOException e) {
            return new SendOutcome.Unknown(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Unknown("interrupted");
        }
    }

    private HttpRequest request(OutboundMessage message) throws IOException {
        var address = endpoint.address() + "/" + message.line().providerId() + "/messages";
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(settings.timeout())
                .header("Authorization", "Bearer " + endpoint.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body(message))))
                .build();
    }

    private ObjectNode body(OutboundMessage message) {
        var body = json.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put("type", "text")
                .put("biz_opaque_callback_data", message.id().toString());
        if (message.phone() != null) {
            body.put("to", "+" + message.phone());
        } else {
            body.put("recipient", message.userId());
        }
        body.putObject("text").put("body", message.text()).put("preview_url", false);
        if (message.replyTo() != null) {
            body.putObject("context").put("message_id", message.replyTo());
        }
        return body;
    }

    /** A 200 that cannot be read is an unknown outcome: Meta may well have sent it. */
    private SendOutcome read(HttpResponse<byte[]> response) {
        if (response.statusCode() != OK) {
            return errors.outcome(response.statusCode(), response.body());
        }
        try {
            var id = json.readTree(response.body())
                    .path("messages")
                    .path(0)
                    .path("id")
                    .asText();
            return id.isEmpty() ? new SendOutcome.Unknown("an answer without an id") : new SendOutcome.Accepted(id);
        } catch (IOException e) {
            return new SendOutcome.Unknown("an answer that is not JSON");
        }
    }
}
