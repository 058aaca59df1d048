package app.novelo.casework.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How colleagues are told of an escalation on their own WhatsApp.
 *
 * @param template name of an approved one; empty = nobody is told so
 * @param templateLanguage as the channel writes it
 * @param line id of the line that writes; null = that of the case's conversation
 */
@ConfigurationProperties("novelo.escalation")
record EscalationSettings(
        @DefaultValue("") String template, @DefaultValue("pt_BR") String templateLanguage, @Nullable UUID line) {}
