package app.novelo.conversation.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Conversations that the company begins.
 *
 * @param unansweredAfter business time after our last message at which a conversation that its customer has never answered is
 *     over; three days by default, as few answer a template later. Whoever does opens a conversation as anybody
 */
@ConfigurationProperties("novelo.beginning")
record BeginningSettings(@DefaultValue("72h") Duration unansweredAfter) {}
