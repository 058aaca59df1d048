package app.novelo.sandbox.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers updates to the webhook, signed, over real HTTP. */
@SandboxOnly
@Component
class WebhookSender {

    /** Meta gives up after some 5 to 20 seconds; it publishes no figure. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final SandboxSettings settings;
    private final CompanyLine company;
    private final OwnAddress own;
    private final Envelope envelope;
    private final Litter litter;
    private final MetaJson json;
    private final Faults faults;

    WebhookSender(
            SandboxSettings settings,
            CompanyLine company,
            OwnAddress own,
            Envelope envelope,
            Litter litter,
            MetaJson json,
            Faults faults) {
        this.settings = settings;
        this.company = company;
        this.own = own;
        this.envelope = envelope;
        this.litter = litter;
        this.json = json;
        this.faults = faults;
    }

    /** @return whether the webhook took them, that is, answered 200 */
    boolean offer(List<WebhookUpdate> updates) {
        if (faults.next(FaultKind.WEBHOOK_DOWN, updates).isPresent()) {
            return false;
        }
        var whole = litter.into(envelope.around(updates), updates);
        var body = json.text(whole).getBytes(StandardCharsets.US_ASCII);
        var wrong = faults.next(FaultKind.WRONG_SIGNATURE, updates).isPresent();
        var taken = post(body, wrong ? "somebody-elses-secret" : company.appSecret());
        if (taken && faults.next(FaultKind.DUPLICATE_WEBHOOKS, updates).isPresent()) {
            post(body, company.appSecret());
        }
        return taken;
    }

    private boolean post(byte[] body, String secret) {
        var request = HttpRequest.newBuilder(target())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "facebookexternalua")
                .header(Signature.HEADER, Signature.of(body, secret))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isReady() {
        return settings.webhookUrl() != null || own.isKnown();
    }

    private URI target() {
        var url = settings.webhookUrl();
        return url == null ? own.path("/webhooks/whatsapp") : url;
    }
}
