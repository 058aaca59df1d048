package app.novelo.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.novelo.channel.Finding;
import app.novelo.channel.Line;
import app.novelo.platform.SandboxMode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What Meta delivers arrives: a delivery of our own, signed as Meta signs, goes to the address that Meta uses and must come
 * out in our inbox. Where that address is not known, or is not reached from inside, the last delivery of Meta's tells.
 */
@Component
class WebhookCheck implements LineCheck {

    /** {@link WhatsAppSplitter} passes it over. */
    static final String OBJECT = "novelo_self_test";

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final String REMEDY =
            "Compare callback URL, verify token and app secret under WhatsApp > Configuration, subscribe the field messages,"
                    + " and let /webhooks/ through to Novelo. NOVELO_PUBLIC_URL names the address if Meta does not.";

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LONGEST)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final WebhookAddress addresses;
    private final WhatsAppSettings settings;
    private final JdbcClient jdbc;

    WebhookCheck(WebhookAddress addresses, WhatsAppSettings settings, SandboxMode sandbox, JdbcClient jdbc) {
        this.addresses = addresses;
        this.settings = sandbox.on() ? settings.inSandbox() : settings;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean isNeededToSend() {
        return false;
    }

    @Override
    public Finding check(Line line) throws IOException {
        var address = addresses.of(line).orElse(null);
        if (address == null) {
            return lastDelivery("Meta names no address.");
        }
        try {
            var nonce = UUID.randomUUID().toString();
            int status = deliver(address, nonce);
            return status == OK && hasArrived(nonce)
                    ? Finding.fine(name(), "A delivery to " + address.getHost() + " came back.")
                    : lastDelivery(address.getHost() + " answered " + status + ", and nothing came back.");
        } catch (IOException | IllegalArgumentException e) {
            return lastDelivery(address.getHost() + " is not reached from here.");
        }
    }

    private int deliver(URI address, String nonce) throws IOException {
        var body = "{\"object\":\"%s\",\"entry\":[],\"nonce\":\"%s\"}"
                .formatted(OBJECT, nonce)
                .getBytes(UTF_8);
        var secret = settings.secrets("").stream().findFirst().orElse("");
        var request = HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header(Signature.HEADER, "sha256=" + HexFormat.of().formatHex(Signature.sign(body, secret)))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** On whichever node: they share the inbox. Technical time, as its column has. */
    private boolean hasArrived(String nonce) {
        return jdbc.sql(
                        """
                        select exists (select 1 from channel.delivery where received_at > now() - interval '1 minute'
                          and octet_length(body) < 200 and position(convert_to(?, 'UTF8') in body) > 0)""")
                .param(nonce)
                .query(Boolean.class)
                .single();
    }

    /** Ours do not count. */
    private Finding lastDelivery(String why) {
        var hours = jdbc.sql(
                        """
                        select extract(epoch from now() - max(received_at)) / 3600 from channel.delivery
                        where position(convert_to(?, 'UTF8') in substring(body for 60)) = 0
                          and received_at > now() - interval '7 days'""")
                .param(OBJECT)
                .query(Double.class)
                .optional()
                .orElse(null);
        if (hours != null && hours < 24) {
            return Finding.fine(name(), why + " Meta's last delivery came %.1f hours ago.".formatted(hours));
        }
        return Finding.wrong(name(), "nothing-arrives", why + " No delivery of Meta's came within a day.", REMEDY);
    }
}
