package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import app.novelo.channel.Line;
import app.novelo.channel.SendOutcome;
import app.novelo.channel.Template;
import app.novelo.channel.TemplateUnavailable;
import app.novelo.channel.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** WhatsApp's templates, by our copies of them. */
@Component
class WhatsAppTemplates implements Templates {

    private final TemplateCopies copies;
    private final WantedSyncs syncs;

    WhatsAppTemplates(TemplateCopies copies, WantedSyncs syncs) {
        this.copies = copies;
        this.syncs = syncs;
    }

    @Override
    public Optional<Template> find(Line line, String name, String language) {
        return stored(line, name, language).map(StoredTemplate::shown);
    }

    private Optional<StoredTemplate> stored(Line line, String name, String language) {
        return copies.find(line.accountId(), name, language);
    }

    @Override
    public List<String> languages(Line line, String name) {
        return copies.named(line.accountId(), name).stream()
                .filter(template -> template.shown().isUsable())
                .map(template -> template.meta().language())
                .toList();
    }

    @Override
    public Filled fill(Line line, Content.Template asked) {
        var template = stored(line, asked.name(), asked.language())
                .orElseThrow(() ->
                        new TemplateUnavailable("unknown", "", "there is no template of this name in this language"));
        var form = template.form();
        var whyNot = template.whyNot(form);
        if (whyNot != null) {
            throw new TemplateUnavailable(whyNot, template.meta().status(), inWords(whyNot, template));
        }
        return filled(template, form, asked);
    }

    private static String inWords(String whyNot, StoredTemplate template) {
        return switch (whyNot) {
            case "not-approved" ->
                "WhatsApp's status of this template is " + template.meta().status();
            case "unsupported" -> "this template has a part that cannot be filled in here";
            default -> "this template has changed at WhatsApp and is being compared";
        };
    }

    private static Filled filled(StoredTemplate template, TemplateForm form, Content.Template asked) {
        var values = TemplateValues.of(template, form, asked.values());
        var look = TemplateLook.of(form, key -> Objects.requireNonNullElse(values.get(key), ""));
        var file = form.file().map(type -> type.toLowerCase(Locale.ROOT)).orElse(null);
        var content = new Content.Template(
                template.meta().name(),
                template.meta().language(),
                template.meta().category(),
                values,
                header(look, file, asked),
                look.footer(),
                look.buttons());
        return new Filled(look.text(), content, file);
    }

    private static Content.@Nullable Header header(TemplateLook look, @Nullable String file, Content.Template asked) {
        if (file != null) {
            return asked.header();
        }
        return look.header() == null ? null : new Content.Header(look.header(), null);
    }

    @Override
    public void refused(Line line, Content.Template sent, int code) {
        if (GraphErrors.meaning(code) == SendOutcome.Reason.TEMPLATE_UNAVAILABLE) {
            stored(line, sent.name(), sent.language()).ifPresent(template -> copies.doubt(template.id(), true));
            syncs.want(line.accountId());
        }
    }
}
