package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.platform.NoveloSettings;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What a manager reads by e-mail, in the installation's language: {@code i18n/letters_*.properties}. */
@Component
class EscalationLetter {

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    private final Locale language;

    EscalationLetter(NoveloSettings settings) {
        words.setBasename("i18n/letters");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        this.language = settings.language();
    }

    record Letter(String subject, String text) {}

    Letter about(CaseFile file, EscalationRows.Escalation escalation) {
        var values = new Object[] {
            file.number(), what(escalation), metric(escalation), file.queue(), file.priority(), escalation.level()
        };
        return new Letter(
                words.getMessage("escalation.subject", values, language),
                words.getMessage("escalation.text", values, language));
    }

    /** @return what a template may ask for, by the names and numbers of its variables */
    Map<String, String> values(CaseFile file, EscalationRows.Escalation escalation) {
        var what = (what(escalation) + " " + metric(escalation)).strip();
        return Map.of(
                "1", file.number(),
                "2", what,
                "3", file.queue(),
                "4", file.priority(),
                "case", file.number(),
                "what", what,
                "queue", file.queue(),
                "priority", file.priority());
    }

    private String what(EscalationRows.Escalation escalation) {
        return named("event." + escalation.event(), escalation.event());
    }

    private String metric(EscalationRows.Escalation escalation) {
        var metric = escalation.metric();
        return metric == null ? "" : named("metric." + metric, metric);
    }

    /** Analysts may have invented one. */
    private String named(String key, String otherwise) {
        return String.valueOf(words.getMessage(key, null, otherwise, language));
    }
}
