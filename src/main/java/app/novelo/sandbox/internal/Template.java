package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message template in one language.
 *
 * @param id digits
 * @param account id of the business account that owns it
 * @param correctCategory what Meta has announced to make of its category
 * @param reason of a rejection; {@code NONE}
 * @param components as they were asked for, types in capitals
 * @param pauses how often it was paused
 * @param at when it was created
 */
record Template(
        String id,
        String account,
        String name,
        String language,
        Category category,
        @Nullable Category previousCategory,
        @Nullable Category correctCategory,
        Status status,
        String reason,
        Format format,
        ArrayNode components,
        Quality quality,
        int pauses,
        @Nullable Instant pausedUntil,
        Instant at) {

    enum Category {
        AUTHENTICATION,
        MARKETING,
        UTILITY
    }

    enum Status {
        PENDING,
        APPROVED,
        REJECTED,
        PAUSED,
        DISABLED,
        IN_APPEAL,
        PENDING_DELETION,
        DELETED,
        LIMIT_EXCEEDED,
        LOCKED,
        ARCHIVED,
        FLAGGED,
        REINSTATED
    }

    enum Format {
        NAMED,
        POSITIONAL
    }

    enum Quality {
        GREEN,
        YELLOW,
        RED,
        UNKNOWN
    }

    /** @param type in capitals */
    Optional<JsonNode> component(String type) {
        for (var component : components) {
            if (component.path("type").asText().equals(type)) {
                return Optional.of(component);
            }
        }
        return Optional.empty();
    }

    /** @return the words of a component; empty if it has none */
    String text(String type) {
        return component(type).map(part -> part.path("text").asText()).orElse("");
    }

    Iterable<JsonNode> buttons() {
        return component("BUTTONS").map(part -> part.path("buttons")).orElse(components.arrayNode());
    }
}
