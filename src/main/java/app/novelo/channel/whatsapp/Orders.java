package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the customer ordered from a catalogue. */
final class Orders {

    private Orders() {}

    static Reading read(JsonNode own) {
        var items = StreamSupport.stream(own.path("product_items").spliterator(), false)
                .filter(JsonNode::isObject)
                .map(Orders::item)
                .toList();
        var lines = items.stream().map(Orders::line).collect(Collectors.joining("\n"));
        return own.isObject()
                ? Reading.of(
                        InboundContents.lines(Fields.text(own.path("text")), lines.isEmpty() ? null : lines),
                        new Content.Order(Fields.text(own.path("catalog_id")), items))
                : Reading.NOTHING;
    }

    private static Content.Item item(JsonNode item) {
        var product = Fields.text(item.path("product_retailer_id"));
        return new Content.Item(
                product == null ? "?" : product,
                Fields.decimal(item.path("quantity")),
                Fields.decimal(item.path("item_price")),
                Fields.text(item.path("currency")));
    }

    private static String line(Content.Item item) {
        var quantity = item.quantity() == null ? null : item.quantity().toPlainString() + " ×";
        var price = item.price() == null ? null : item.price().toPlainString();
        return Stream.of(quantity, item.product(), price, price == null ? null : item.currency())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
