package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.Template.Status;
import java.util.List;
import java.util.Locale;

/**
 * What Meta decides of a template that it has looked at: as its name asks for, for whoever wants to see it, else as its text
 * deserves.
 *
 * @param reason of a rejection; {@code NONE}
 * @param why the same in words
 */
record TemplateVerdict(Status status, String reason, String why) {

    /** Stays undecided until a script decides. */
    private static final String UNDECIDED = "pending";

    private static final String REJECTED = "reject";
    private static final String ADVERTISING = "promo";
    private static final String FORMAT = "INVALID_FORMAT";
    private static final List<String> REASONS =
            List.of("ABUSIVE_CONTENT", "INCORRECT_CATEGORY", "PROMOTIONAL", "SCAM", "TAG_CONTENT_MISMATCH");

    static TemplateVerdict of(Template template) {
        var body = template.text("BODY");
        if (template.name().contains(REJECTED)) {
            return rejected(named(template.name()), "The name of this template asks for it.");
        }
        if (TemplateVariables.areSideBySide(body)) {
            return rejected(
                    FORMAT,
                    "Your template has parameters placed next to each other (like {{1}}{{2}}) without text or"
                            + " punctuation between them.");
        }
        if (!TemplateVariables.fit(template.format(), TemplateVariables.in(template.text("HEADER") + body))) {
            return rejected(FORMAT, "The parameters are not of the template's parameter format.");
        }
        return new TemplateVerdict(Status.APPROVED, "NONE", "");
    }

    private static TemplateVerdict rejected(String reason, String why) {
        return new TemplateVerdict(Status.REJECTED, reason, why);
    }

    private static String named(String name) {
        return REASONS.stream()
                .filter(reason -> name.contains(reason.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(FORMAT);
    }

    static boolean comes(String name) {
        return !name.contains(UNDECIDED);
    }

    /** @return the category that Meta gives a template at once: utility that advertises is marketing */
    static Template.Category category(TemplateDraft draft) {
        return draft.category() == Template.Category.UTILITY && draft.name().contains(ADVERTISING)
                ? Template.Category.MARKETING
                : draft.category();
    }
}
