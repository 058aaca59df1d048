package app.novelo.channel.whatsapp;

import app.novelo.channel.Charge;
import app.novelo.channel.Cost;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code pricing} of a status. Its words are open: whatever it says is taken along.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/pricing">Meta, Pricing, "Webhooks"</a>
 */
final class Charges {

    /** Of the line, beside the status in the webhook. */
    static final String LINE = "phone_number_id";

    /** Prices by message. Others said nothing about a single message. */
    private static final String BY_MESSAGE = "pmp";

    private static final int LONGEST_WORD = 60;

    private Charges() {}

    static @Nullable Charge of(JsonNode status) {
        var pricing = status.path("pricing");
        if (!pricing.isObject()) {
            return null;
        }
        var billable = pricing.path("billable");
        var line = Fields.text(status.path(LINE));
        return new Charge(
                WhatsAppSplitter.CHANNEL,
                line == null ? "" : line,
                Fields.text(status.path("recipient_id")),
                Fields.text(status.path("recipient_user_id")),
                word(pricing.path("category"), Cost.UNKNOWN),
                type(pricing),
                billable.isBoolean() ? billable.asBoolean() : null);
    }

    /** Before types had names, there were models. */
    private static String type(JsonNode pricing) {
        var model = word(pricing.path("pricing_model"), BY_MESSAGE);
        return word(pricing.path("type"), model.equals(BY_MESSAGE) ? "" : model);
    }

    private static String word(JsonNode node, String missing) {
        var text = Fields.text(node);
        if (text == null) {
            return missing;
        }
        var word = text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        return word.substring(0, Math.min(LONGEST_WORD, word.length()));
    }
}
