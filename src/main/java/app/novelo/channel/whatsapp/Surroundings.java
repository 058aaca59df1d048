package app.novelo.channel.whatsapp;

import app.novelo.channel.ChannelError;
import app.novelo.channel.Circumstances;
import app.novelo.channel.Circumstances.Product;
import app.novelo.channel.Circumstances.Referral;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What stands beside a message's own object: {@code context}, {@code referral}, {@code errors}. */
final class Surroundings {

    private Surroundings() {}

    static Circumstances of(JsonNode message) {
        var context = message.path("context");
        return new Circumstances(
                forwarded(context),
                product(context.path("referred_product")),
                referral(message.path("referral")),
                errors(message.path("errors")),
                null);
    }

    private static @Nullable String forwarded(JsonNode context) {
        if (context.path("frequently_forwarded").asBoolean()) {
            return "often";
        }
        return context.path("forwarded").asBoolean() ? "once" : null;
    }

    private static @Nullable Product product(JsonNode product) {
        return product.isObject()
                ? new Product(Fields.text(product.path("catalog_id")), Fields.text(product.path("product_retailer_id")))
                : null;
    }

    private static @Nullable Referral referral(JsonNode referral) {
        return referral.isObject()
                ? new Referral(
                        Fields.text(referral.path("source_type")),
                        Fields.text(referral.path("source_id")),
                        Fields.text(referral.path("source_url")),
                        Fields.text(referral.path("headline")),
                        Fields.text(referral.path("body")),
                        Fields.text(referral.path("media_type")),
                        Fields.text(referral.path("ctwa_clid")),
                        Fields.text(referral.path("welcome_message").path("text")))
                : null;
    }

    static List<ChannelError> errors(JsonNode errors) {
        return errors.isArray()
                ? StreamSupport.stream(errors.spliterator(), false)
                        .filter(JsonNode::isObject)
                        .map(Surroundings::error)
                        .toList()
                : List.of();
    }

    private static ChannelError error(JsonNode error) {
        var title = Fields.text(error.path("title"));
        return new ChannelError(
                error.path("code").asInt(),
                title == null ? "" : title,
                Fields.text(error.path("error_data").path("details"), error.path("message")));
    }
}
