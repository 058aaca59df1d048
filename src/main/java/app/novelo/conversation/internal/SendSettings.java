package app.novelo.conversation.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave.
 *
 * @param perSecond messages a second on one line; WhatsApp's default is 80 in both directions together
 * @param atOnce how many calls of one line may be on their way together
 * @param unknownAfter when a call without an answer counts as unknown
 */
@ConfigurationProperties("novelo.sending")
record SendSettings(
        @DefaultValue("60") int perSecond, @DefaultValue("8") int atOnce, @DefaultValue("90s") Duration unknownAfter) {}
