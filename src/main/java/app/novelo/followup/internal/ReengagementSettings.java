package app.novelo.followup.internal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the table {@code reengagement} is asked about a customer of whom nothing is heard.
 *
 * @param silentDays after so many days of a customer's silence the table is asked once each
 */
@ConfigurationProperties("novelo.reengagement")
record ReengagementSettings(@DefaultValue({"30", "60", "90", "180", "365"}) List<Integer> silentDays) {}
