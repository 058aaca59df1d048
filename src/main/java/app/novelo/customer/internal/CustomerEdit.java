package app.novelo.customer.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody wants to change of a customer; null takes a value away. Whoever sees him may write his name,
 * language and fields; segment, contract and owner decide about work and sight and are the managers' business.
 */
@Component
class CustomerEdit {

    static final Set<String> OF_MANAGERS = Set.of("segment", "contract", "owner");
    private static final Set<String> FIELDS = Set.of("name", "language", "segment", "contract", "owner", "fields");

    private final CustomerRules rules;

    CustomerEdit(CustomerRules rules) {
        this.rules = rules;
    }

    CustomerRows.Row apply(Caller caller, CustomerRows.Row row, JsonNode change) {
        change.fieldNames().forEachRemaining(field -> allow(caller, field));
        return new CustomerRows.Row(
                row.asked(),
                row.id(),
                change.has("name") ? CustomerRules.name(text(change, "name")) : row.name(),
                change.has("language") ? CustomerRules.language(text(change, "language")) : row.language(),
                change.has("segment") ? CustomerRules.segment(text(change, "segment")) : row.segment(),
                change.has("contract") ? CustomerRules.contract(text(change, "contract")) : row.contract(),
                change.has("owner") ? rules.owner(text(change, "owner")) : row.owner(),
                change.has("fields") ? fields(row.fields(), change.get("fields")) : row.fields(),
                row.createdAt());
    }

    private static void allow(Caller caller, String field) {
        if (!FIELDS.contains(field)) {
            throw new BadRequest(field, "only name, language, segment, contract, owner and fields can be changed");
        }
        if (OF_MANAGERS.contains(field) && !caller.isManager()) {
            throw new ForManagers(field);
        }
    }

    static @Nullable String text(JsonNode given, String field) {
        var value = given.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            throw new BadRequest(field, "a text or null");
        }
        return value.isTextual() ? value.asText() : null;
    }

    /** Those that are not named stay. */
    private static Map<String, String> fields(Map<String, String> known, JsonNode change) {
        var fields = new TreeMap<>(known);
        fields.putAll(fields(change));
        return CustomerRules.fields(fields);
    }

    /** @return what is null as an empty text, which takes it away; a number as its digits */
    static Map<String, String> fields(JsonNode given) {
        if (!given.isObject() && !given.isMissingNode() && !given.isNull()) {
            throw new BadRequest("fields", "an object of texts");
        }
        var fields = new TreeMap<String, String>();
        given.properties().forEach(field -> {
            if (field.getValue().isContainerNode()) {
                throw new BadRequest("fields." + field.getKey(), "a text or null");
            }
            fields.put(
                    field.getKey(),
                    field.getValue().isNull() ? "" : field.getValue().asText());
        });
        return fields;
    }
}
