package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Templates as Meta shows them. */
@SandboxOnly
@Component("sandboxTemplateNodes")
class TemplateNodes implements GraphNodes {

    private static final List<String> USUAL =
            List.of("name", "parameter_format", "components", "language", "status", "category", "id");
    private static final String TYPE = "MessageTemplate";

    private final Templates templates;
    private final Uploads uploads;
    private final MediaLink links;
    private final MetaJson json;

    TemplateNodes(Templates templates, Uploads uploads, MediaLink links, MetaJson json) {
        this.templates = templates;
        this.uploads = uploads;
        this.links = links;
        this.json = json;
    }

    @Override
    public Optional<ObjectNode> find(String id, Token token, HttpServletRequest request) {
        return templates
                .find(id)
                .filter(template -> template.account().equals(token.account()))
                .map(template -> view(template, GraphFields.of(request)));
    }

    ObjectNode view(Template template, GraphFields fields) {
        var all = json.object()
                .put("id", template.id())
                .put("name", template.name())
                .put("parameter_format", template.format().name())
                .put("language", template.language())
                .put("status", template.status().name())
                .put("category", template.category().name())
                .put("previous_category", name(template.previousCategory()))
                .put("correct_category", name(template.correctCategory()))
                .put("rejected_reason", template.reason())
                .putNull("sub_category")
                .putNull("message_send_ttl_seconds");
        all.putObject("quality_score")
                .put("score", template.quality().name())
                .put("date", template.at().getEpochSecond());
        all.set("components", components(template));
        all.set("health_status", health(template));
        return fields.choose(all, USUAL, TYPE);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** Where a handle was shown, Meta shows an address. */
    private ArrayNode components(Template template) {
        var shown = template.components().deepCopy();
        for (var component : shown) {
            if (component.path("example").path("header_handle") instanceof ArrayNode handles) {
                var handle = handles.path(0).asText();
                handles.removeAll().add(uploads.file(handle).map(links::to).orElse(handle));
            }
        }
        return shown;
    }

    private ObjectNode health(Template template) {
        var can = template.status() == Template.Status.APPROVED ? "AVAILABLE" : "BLOCKED";
        var health = json.object().put("can_send_message", can);
        health.putArray("entities")
                .addObject()
                .put("entity_type", "MESSAGE_TEMPLATE")
                .put("id", template.id())
                .put("can_send_message", can);
        return health;
    }
}
