package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.Template.Category;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;

/** Reads what a business wants to send; a template is looked up and filled in. */
@SandboxOnly
@Component("sandboxSendRequests")
class SendRequests {

    private final Templates templates;

    SendRequests(Templates templates) {
        this.templates = templates;
    }

    SendRequest of(Line line, ObjectNode body) {
        var request = SendRequest.of(line, body);
        return request.type().equals("template") ? filled(request) : request;
    }

    private SendRequest filled(SendRequest request) {
        var asked = request.body().path("template");
        var template = usable(request.line(), asked);
        if (template.category() == Category.AUTHENTICATION && !request.namesPhone()) {
            throw GraphError.of(131062);
        }
        return request.with(new SendRequest.Filled(template, TemplateFilling.of(template, asked)));
    }

    private Template usable(Line line, JsonNode asked) {
        var name = asked.path("name").asText();
        var language = asked.path("language").path("code").asText();
        if (name.isEmpty() || language.isEmpty()) {
            var missing = name.isEmpty() ? "template['name']" : "template['language']['code']";
            throw new GraphError(100, "The parameter %s is required.".formatted(missing));
        }
        var template = templates.find(line.account(), name, language).orElseThrow(() -> missing(name, language));
        return switch (template.status()) {
            case APPROVED, FLAGGED, REINSTATED -> template;
            case PAUSED -> throw GraphError.of(132015);
            case DISABLED -> throw GraphError.of(132016);
            default -> throw missing(name, language);
        };
    }

    private static GraphError missing(String name, String language) {
        return new GraphError(132001, "template name (%s) does not exist in %s".formatted(name, language));
    }
}
