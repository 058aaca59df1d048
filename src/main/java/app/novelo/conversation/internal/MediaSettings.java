package app.novelo.conversation.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How customers' files are fetched, and what one person may upload.
 *
 * @param atOnce files that one node fetches at the same time
 * @param most bytes of one file, whatever it claims; WhatsApp carries no more
 * @param lease how long a node that no longer tells of its progress keeps a file
 * @param longest how long one attempt may last; the next goes on where it ended
 * @param longestPause between two attempts
 * @param unsentFiles uploads that one person may have lying unsent: more than anybody chooses by hand for one message after
 *     the other
 * @param unsentSize of all of them: ten of the largest
 */
@ConfigurationProperties("novelo.media")
record MediaSettings(
        @DefaultValue("4") int atOnce,
        @DefaultValue("100MB") DataSize most,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("30m") Duration longest,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("100") int unsentFiles,
        @DefaultValue("1GB") DataSize unsentSize) {}
