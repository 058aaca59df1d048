package app.novelo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bodies as Meta sends them, signed. */
record Webhook(byte[] body, String signature) {

    static final String SECRET = "bench-app-secret";
    static final String PHONE_NUMBER_ID = "100000000000001";

    /** Clear enough for the local model to act on at once; one per intent. */
    static final List<String> TEXTS = List.of(
            "Minha geladeira não gela e preciso de assistência técnica",
            "Quero a segunda via do boleto que vence amanhã",
            "Quero cancelar a minha assinatura",
            "Meu fogão novo veio com o vidro da porta trincado");

    /** What is clearly a wish to buy, and tells what. */
    static final List<String> PURCHASES =
            List.of("Quero comprar um ar condicionado, qual o preço?", "Quero comprar um fogão novo, qual o preço?");

    private static final AtomicLong NEXT_PHONE =
            new AtomicLong(5_511_900_000_000L + System.currentTimeMillis() / 1000 % 1_000_000 * 50);

    static String newPhone() {
        return Long.toString(NEXT_PHONE.incrementAndGet());
    }

    static String newId() {
        return "wamid." + UUID.randomUUID().toString().replace("-", "");
    }

    static Webhook message(String phone, String id, String text) {
        return change("\"contacts\":[{\"profile\":{\"name\":\"Ana Souza\"},\"wa_id\":\"" + phone
                + "\",\"user_id\":\"BR." + phone + "\"}],\"messages\":[{\"from\":\"" + phone
                + "\",\"from_user_id\":\"BR." + phone + "\",\"id\":\"" + id + "\",\"timestamp\":\"" + seconds()
                + "\",\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}}]");
    }

    /**
     * A button was pressed.
     *
     * @param question the message that it belongs to
     */
    static Webhook choice(String phone, String question, String id, String title) {
        return change("\"contacts\":[{\"profile\":{\"name\":\"Ana Souza\"},\"wa_id\":\"" + phone
                + "\",\"user_id\":\"BR." + phone
                + "\"}],\"messages\":[{\"context\":{\"from\":\"551140001000\",\"id\":\""
                + question + "\"},\"from\":\"" + phone + "\",\"from_user_id\":\"BR." + phone + "\",\"id\":\"" + newId()
                + "\",\"timestamp\":\"" + seconds()
                + "\",\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\",\"button_reply\":{\"id\":\""
                + id
                + "\",\"title\":\"" + title + "\"}}}]");
    }

    /** @param hash SHA-256 in base64 */
    static Webhook document(String phone, String id, String file, String hash) {
        return change("\"contacts\":[{\"profile\":{\"name\":\"Ana Souza\"},\"wa_id\":\"" + phone
                + "\",\"user_id\":\"BR." + phone + "\"}],\"messages\":[{\"from\":\"" + phone
                + "\",\"from_user_id\":\"BR." + phone + "\",\"id\":\"" + id + "\",\"timestamp\":\"" + seconds()
                + "\",\"type\":\"document\",\"document\":{\"id\":\"" + file
                + "\",\"mime_type\":\"application/pdf\",\"filename\":\"manual.pdf\",\"sha256\":\"" + hash + "\"}}]");
    }

    static Webhook status(GraphStandIn.Sent sent, String status) {
        return change("\"statuses\":[{\"id\":\"" + sent.wamid() + "\",\"status\":\"" + status + "\",\"timestamp\":\""
                + seconds() + "\",\"recipient_id\":\"" + sent.to() + "\",\"biz_opaque_callback_data\":\"" + sent.ourId()
                + "\",\"pricing\":{\"billable\":false,\"pricing_model\":\"PMP\",\"type\":\"free_customer_service\","
                + "\"category\":\"service\"}}]");
    }

    /** As long as a message, and nothing to do about it: acknowledging alone. */
    static Webhook nothing() {
        return signed("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"900000000000001\",\"changes\":[{"
                + "\"field\":\"flows\",\"value\":{\"padding\":\"" + newId().repeat(12) + "\"}}]}]}");
    }

    private static long seconds() {
        return System.currentTimeMillis() / 1000;
    }

    private static Webhook change(String content) {
        return signed("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"900000000000001\",\"changes\":[{"
                + "\"field\":\"messages\",\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{"
                + "\"display_phone_number\":\"551140001000\",\"phone_number_id\":\"" + PHONE_NUMBER_ID + "\"},"
                + content
                + "}}]}]}");
    }

    private static Webhook signed(String json) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var body = json.getBytes(StandardCharsets.UTF_8);
            return new Webhook(body, "sha256=" + HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the status of the answer */
    int post(Http http) throws IOException {
        return http.call("POST", "/webhooks/whatsapp", headers(), body).status();
    }

    private Map<String, String> headers() {
        return Map.of("Content-Type", "application/json", "X-Hub-Signature-256", signature);
    }
}
