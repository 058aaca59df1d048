package app.novelo.engine.internal.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a form may hold: fields and plain text. */
final class FormRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Component types of form-js but those that bring foreign pages, markup, files or lists: a variable is one value. */
    private static final Set<String> COMPONENTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "radio",
            "select",
            "text",
            "button",
            "group",
            "spacer",
            "separator");

    private final JsonNode form;
    private final Vocabulary vocabulary;

    FormRules(byte[] content, Vocabulary vocabulary) {
        this.form = read(content);
        this.vocabulary = vocabulary;
    }

    private static JsonNode read(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new XmlFile.Refused("the file is not a form: it is not JSON");
        }
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        var id = form.path("id").asText();
        if (id.isEmpty() || !form.path("components").isArray()) {
            findings.add(new Finding("", "the file is not a form: it has no id or no components"));
        }
        if (vocabulary.ownedByCode().contains(id)) {
            findings.add(new Finding(id, "this form belongs to the release; choose another id"));
        }
        check(form.path("components"), findings);
        return findings;
    }

    private static void check(JsonNode components, List<Finding> findings) {
        for (var component : components) {
            var type = component.path("type").asText();
            if (!COMPONENTS.contains(type)) {
                findings.add(new Finding(component.path("id").asText(), "a form may not hold \"" + type + "\""));
            }
            check(component.path("components"), findings);
        }
    }
}
