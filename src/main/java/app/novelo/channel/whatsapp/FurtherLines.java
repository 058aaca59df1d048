package app.novelo.channel.whatsapp;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Lines besides the first, of the same app and account.
 *
 * @param furtherLines by phone number id, the number as people dial it
 */
@ConfigurationProperties("novelo.whatsapp")
record FurtherLines(@DefaultValue Map<String, String> furtherLines) {}
