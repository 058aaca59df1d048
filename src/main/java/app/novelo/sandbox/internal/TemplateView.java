package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template on the page and in scripts.
 *
 * @param correctCategory what Meta has announced to make of its category
 * @param reason of a rejection; {@code NONE}
 * @param pausedUntil business time
 */
record TemplateView(
        String id,
        String account,
        String name,
        String language,
        Template.Category category,
        Template.@Nullable Category correctCategory,
        Template.Status status,
        String reason,
        Template.Quality quality,
        int pauses,
        @Nullable Instant pausedUntil,
        Template.Format parameterFormat,
        ArrayNode components) {

    static TemplateView of(Template template) {
        return new TemplateView(
                template.id(),
                template.account(),
                template.name(),
                template.language(),
                template.category(),
                template.correctCategory(),
                template.status(),
                template.reason(),
                template.quality(),
                template.pauses(),
                template.pausedUntil(),
                template.format(),
                template.components());
    }
}
