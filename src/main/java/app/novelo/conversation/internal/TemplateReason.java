package app.novelo.conversation.internal;

import java.util.Arrays;

/** Why a template was not let go. Screens know the titles in their languages. */
enum TemplateReason {
    UNKNOWN("unknown", "The template does not exist in this language"),
    NOT_APPROVED("not-approved", "The template is not approved now"),
    UNSUPPORTED("unsupported", "The template has a part that cannot be filled in"),
    OUTDATED("outdated", "The template has changed at WhatsApp and is being compared"),
    CHANGED("changed", "The template has changed and the values no longer fit");

    private final String why;
    private final String title;

    TemplateReason(String why, String title) {
        this.why = why;
        this.title = title;
    }

    /** @param why as {@link app.novelo.channel.TemplateUnavailable#why()} tells it */
    static TemplateReason of(String why) {
        return Arrays.stream(values())
                .filter(reason -> reason.why.equals(why))
                .findFirst()
                .orElse(NOT_APPROVED);
    }

    String title() {
        return title;
    }
}
