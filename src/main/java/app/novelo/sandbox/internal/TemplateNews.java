package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.Template.Category;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What Meta tells of templates.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update">Meta,
 *     message_template_status_update, and its neighbours</a>
 */
@SandboxOnly
@Component("sandboxTemplateNews")
class TemplateNews {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

    /** Buttons that are told of. */
    private static final Set<String> TOLD = Set.of("URL", "PHONE_NUMBER");

    private final AccountNews news;
    private final Clock clock;
    private final MetaJson json;

    TemplateNews(AccountNews news, Clock clock, MetaJson json) {
        this.news = news;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param event a status, or what happened to it
     * @param title of a pause or its end; empty where there is none
     */
    void status(Template template, String event, String title) {
        var value = json.object().put("event", event);
        about(value, template);
        value.put("reason", template.reason());
        value.put("message_template_category", template.category().name());
        switch (event) {
            case "DISABLED" ->
                value.putObject("disable_info")
                        .put("disable_date", DAY.format(clock.instant().atZone(ZoneOffset.UTC)));
            case "REJECTED" -> explain(value, template);
            default -> {} // the event says all
        }
        if (!title.isEmpty()) {
            value.putObject("other_info").put("title", title).put("description", described(title));
        }
        tell(template, "message_template_status_update", value);
    }

    private static String described(String title) {
        return title.equals("UNPAUSE")
                ? "Your WhatsApp message template has been unpaused."
                : "Your WhatsApp message template has been paused or disabled because of negative feedback.";
    }

    /** Only a wrong format is explained. */
    private void explain(ObjectNode value, Template template) {
        if (template.reason().equals("INVALID_FORMAT")) {
            value.putObject("rejection_info")
                    .put("reason", TemplateVerdict.of(template).why())
                    .put(
                            "recommendation",
                            "Separate parameters with descriptive text and name them as the template's format asks.");
        }
    }

    void quality(Template template, Template.Quality before) {
        var value = json.object()
                .put("previous_quality_score", before.name())
                .put("new_quality_score", template.quality().name());
        tell(template, "message_template_quality_update", about(value, template));
    }

    /** It will have another category at this time. */
    void categoryWillChange(Template template, Category category, Instant at) {
        var value = about(json.object(), template);
        value.put("new_category", template.category().name());
        value.put("correct_category", category.name()).put("category_update_timestamp", at.getEpochSecond());
        tell(template, "template_category_update", value);
    }

    void categoryChanged(Template template, Category before) {
        var value = about(json.object(), template);
        value.put("previous_category", before.name())
                .put("new_category", template.category().name());
        tell(template, "template_category_update", value);
    }

    void components(Template template) {
        var value = about(json.object(), template);
        value.put("message_template_element", template.text("BODY"));
        putIfAny(value, "message_template_title", template.text("HEADER"));
        putIfAny(value, "message_template_footer", template.text("FOOTER"));
        var buttons = buttons(template);
        if (!buttons.isEmpty()) {
            value.set("message_template_buttons", buttons);
        }
        tell(template, "message_template_components_update", value);
    }

    private ArrayNode buttons(Template template) {
        var told = json.array();
        for (var button : template.buttons()) {
            var type = button.path("type").asText();
            if (TOLD.contains(type)) {
                var one = told.addObject().put("message_template_button_type", type);
                one.put("message_template_button_text", button.path("text").asText());
                putIfAny(one, "message_template_button_url", button.path("url").asText());
                putIfAny(
                        one,
                        "message_template_button_phone_number",
                        button.path("phone_number").asText());
            }
        }
        return told;
    }

    private static void putIfAny(ObjectNode value, String field, String text) {
        if (!text.isEmpty()) {
            value.put(field, text);
        }
    }

    /** Webhooks name a template by a number, the rest of the API by a text. */
    private static ObjectNode about(ObjectNode value, Template template) {
        return value.put("message_template_id", Long.parseLong(template.id()))
                .put("message_template_name", template.name())
                .put("message_template_language", template.language());
    }

    private void tell(Template template, String field, ObjectNode value) {
        news.tell(template.account(), field, value);
    }
}
