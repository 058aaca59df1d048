package app.novelo.channel.cost;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is known of cost before WhatsApp tells.
 *
 * @param currency in which an account pays that is not known to us, ISO 4217
 * @param freeMessages service messages that WhatsApp does not charge, for each line and month
 */
@ConfigurationProperties("novelo.cost")
record CostSettings(@DefaultValue("USD") String currency, @DefaultValue("1000") int freeMessages) {}
