package app.novelo.casework.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How intake listens. People write one thought in several messages; below the gate it pays to wait for the rest.
 *
 * @param gate calibrated confidence from which a message is acted on at once
 * @param quiet how long the customer must have been quiet before an unclear burst is judged
 * @param most how long an unclear burst may wait at most
 * @param greetingQuiet how long a bare greeting waits for what usually follows it
 */
@ConfigurationProperties("novelo.intake")
record IntakeSettings(
        @DefaultValue("0.5") double gate,
        @DefaultValue("6s") Duration quiet,
        @DefaultValue("20s") Duration most,
        @DefaultValue("2s") Duration greetingQuiet) {}
