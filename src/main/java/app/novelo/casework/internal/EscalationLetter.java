package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.platform.NoveloSettings;
import java.util.Locale;
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
        var what = named("event." + escalation.event(), escalation.event());
        var metric = escalation.metric() == null ? "" : named("metric." + escalation.metric(), escalation.metric());
        var values = new Object[] {file.number(), what, metric, file.queue(), file.priority(), escalation.level()};
        return new Letter(
                words.getMessage("escalation.subject", values, language),
                words.getMessage("escalation.text", values, language));
    }

    /** Analysts may have invented one. */
    private String named(String key, String otherwise) {
        return String.valueOf(words.getMessage(key, null, otherwise, language));
    }
}
