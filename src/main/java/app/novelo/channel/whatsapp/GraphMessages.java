package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import app.novelo.channel.Draft;
import app.novelo.channel.Line;
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
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.stereotype.Component;

/** Sends through {@code POST /{version}/{phone-number-id}/messages}. */
@Component
class GraphMessages implements OutboundChannel {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A receipt may be repeated and nobody waits for it: no reason to wait as long as for a message. */
    private static final Duration SMALL_MATTER = Duration.ofSeconds(10);

    /** Attempts: the send queue makes one every five minutes at last. */
    private static final int A_DAY = 300;

    /** Meta's word for a message that it does not keep back. */
    private static final String ACCEPTED = "accepted";

    /** WhatsApp's own code of a file that cannot be had. */
    private static final int FILE_MISSING = 131053;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final GraphEndpoint endpoint;
    private final Tokens tokens;
    private final WhatsAppSettings settings;
    private final ObjectMapper json;
    private final GraphBodies bodies;
    private final GraphErrors errors;

    GraphMessages(
            GraphEndpoint endpoint,
            Tokens tokens,
            WhatsAppSettings settings,
            ObjectMapper json,
            GraphBodies bodies,
            GraphErrors errors) {
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.settings = settings;
        this.json = json;
        this.bodies = bodies;
        this.errors = errors;
    }

    @Override
    public String channel() {
        return WhatsAppSplitter.CHANNEL;
    }

    @Override
    public void check(Draft draft) {
        TypeLimits.check(draft);
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
        if (message.content() instanceof Content.File && message.media() == null) {
            return SendOutcome.refused(FILE_MISSING, "The file is missing", null, SendOutcome.Reason.UNDELIVERABLE);
        }
        var outcome = call(message.line(), bodies.of(message), settings.timeout(), this::read);
        return message.content() instanceof Content.Template ? forADay(outcome) : outcome;
    }

    /** No window closes on a template: what would be tried until then is tried for a day. */
    private static SendOutcome forADay(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Later later && later.most() > A_DAY
                ? new SendOutcome.Later(later.error(), later.delay(), later.growth(), A_DAY)
                : outcome;
    }

    @Override
    public SendOutcome markRead(Line line, String providerId, boolean typing) {
        return call(
                line,
                bodies.receipt(providerId, typing),
                SMALL_MATTER,
                response -> isOk(response) ? new SendOutcome.Accepted(providerId) : refused(response));
    }

    @Override
    public SendOutcome.Reason meaning(int code) {
        return GraphErrors.meaning(code);
    }

    private SendOutcome call(
            Line line, ObjectNode body, Duration timeout, Function<HttpResponse<byte[]>, SendOutcome> read) {
        var token = tokens.of(line.accountId());
        try {
            var response = http.send(request(line, body, timeout, token), HttpResponse.BodyHandlers.ofByteArray());
            return tokens.judged(read.apply(response), line.accountId(), token);
        } catch (ConnectException | HttpConnectTimeoutException | UnknownHostException | SSLHandshakeException e) {
            return errors.unreachable(e); // nothing of the message has left before the handshake is over
        } catch (IOException e) {
            return new SendOutcome.Unknown(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Unknown("interrupted");
        }
    }

    private HttpRequest request(Line line, ObjectNode body, Duration timeout, String token) throws IOException {
        var address = endpoint.address() + "/" + line.providerId() + "/messages";
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(timeout)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
    }

    private static boolean isOk(HttpResponse<byte[]> response) {
        return response.statusCode() / 100 == 2;
    }

    private SendOutcome refused(HttpResponse<byte[]> response) {
        return errors.outcome(response.statusCode(), response.body());
    }

    /** A yes that cannot be read is an unknown outcome: Meta may well have sent it. */
    private SendOutcome read(HttpResponse<byte[]> response) {
        if (!isOk(response)) {
            return refused(response);
        }
        try {
            var message = json.readTree(response.body()).path("messages").path(0);
            var id = message.path("id").asText();
            var status = Fields.text(message.path("message_status"));
            return id.isEmpty()
                    ? new SendOutcome.Unknown("an answer without an id")
                    : new SendOutcome.Accepted(id, ACCEPTED.equals(status) ? null : status);
        } catch (IOException e) {
            return new SendOutcome.Unknown("an answer that is not JSON");
        }
    }
}
