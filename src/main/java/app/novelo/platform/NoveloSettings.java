package app.novelo.platform;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the whole installation.
 *
 * @param dataDir folder of the embedded database, media and generated secrets
 * @param language language of texts to customers where nothing is known of them; a BCP 47 tag
 * @param timeZone the company's time zone: days of protocol numbers, calendars
 * @param company the company's name as customers read it; empty = the sandbox's sample company, or Novelo with a warning
 */
@ConfigurationProperties("novelo")
public record NoveloSettings(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue("pt-BR") Locale language,
        @DefaultValue("America/Sao_Paulo") ZoneId timeZone,
        @DefaultValue("") String company) {}
