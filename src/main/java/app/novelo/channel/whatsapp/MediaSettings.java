package app.novelo.channel.whatsapp;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Files at Meta.
 *
 * @param mediaHosts hosts from which files may be fetched, {@code *.} for any name below; empty = Meta's. The base URL's
 *     host is always one of them
 * @param mediaTimeout how long to wait for the next bytes
 */
@ConfigurationProperties("novelo.whatsapp")
record MediaSettings(@DefaultValue List<String> mediaHosts, @DefaultValue("30s") Duration mediaTimeout) {

    /** Meta does not publish them; seen in the addresses that it hands out. */
    private static final List<String> METAS = List.of("*.fbsbx.com", "*.facebook.com", "*.whatsapp.net");

    List<String> hosts() {
        return mediaHosts.isEmpty() ? METAS : mediaHosts;
    }
}
