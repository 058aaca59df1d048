package app.novelo.casework.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How it is checked that rows and processes fit together.
 *
 * @param grace what is found is looked at once more after so long, and counts only if it is still so
 */
@ConfigurationProperties("novelo.integrity")
record IntegritySettings(@DefaultValue("5s") Duration grace) {}
