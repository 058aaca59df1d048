package app.novelo.channel.whatsapp;

import app.novelo.channel.Template;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Our copy of a template.
 *
 * @param isDoubted something tells that it is stale: not to be sent until it has been compared with Meta's
 * @param approvedAt null if it never was
 */
record StoredTemplate(
        UUID id,
        String account,
        MetaTemplate meta,
        boolean isDoubted,
        @Nullable Instant approvedAt,
        Instant changedAt) {

    TemplateForm form() {
        return TemplateReader.form(meta);
    }

    /** @return as {@link Template#whyNot()} */
    @Nullable
    String whyNot(TemplateForm form) {
        if (!meta.status().equals(MetaTemplate.APPROVED)) {
            return "not-approved";
        }
        if (!form.isFillable()) {
            return "unsupported";
        }
        return isDoubted ? "outdated" : null;
    }

    Template shown() {
        var form = form();
        return new Template(
                id,
                meta.name(),
                meta.language(),
                meta.category(),
                form.keys(),
                form.file().map(type -> type.toLowerCase(Locale.ROOT)).orElse(null),
                whyNot(form));
    }
}
