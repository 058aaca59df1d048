package app.novelo.channel.whatsapp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which addresses may be called for a file: they come out of webhooks and answers, and whoever could name one freely would
 * call our own network through us.
 */
@Component
class MediaHosts {

    private static final Logger LOG = LoggerFactory.getLogger(MediaHosts.class);
    private static final String ANY_BELOW = "*.";
    private static final int HTTPS = 443;

    private final MediaSettings settings;
    private final GraphEndpoint endpoint;

    MediaHosts(MediaSettings settings, GraphEndpoint endpoint) {
        this.settings = settings;
        this.endpoint = endpoint;
    }

    /** @return the address, if it may be called */
    Optional<URI> allowed(String address) {
        try {
            var uri = new URI(address);
            if (isBase(uri) || isListed(uri)) {
                return Optional.of(uri);
            }
            LOG.warn("host {} is not one of novelo.whatsapp.media-hosts: no file is fetched from it", uri.getHost());
        } catch (URISyntaxException e) {
            LOG.warn("a file's address cannot be read");
        }
        return Optional.empty();
    }

    /** @return where a redirect leads, if that may be called */
    Optional<URI> allowed(URI from, String location) {
        try {
            return allowed(from.resolve(new URI(location)).toString());
        } catch (URISyntaxException e) {
            LOG.warn("a file's address leads to one that cannot be read");
            return Optional.empty();
        }
    }

    /** The Graph API's own server: named by whoever runs this installation, and in the sandbox on this machine. */
    private boolean isBase(URI uri) {
        var base = URI.create(endpoint.address());
        return uri.getUserInfo() == null
                && base.getScheme().equalsIgnoreCase(uri.getScheme())
                && base.getHost().equalsIgnoreCase(uri.getHost())
                && base.getPort() == uri.getPort();
    }

    boolean isBase(String host) {
        return host.equalsIgnoreCase(URI.create(endpoint.address()).getHost());
    }

    private boolean isListed(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                && uri.getUserInfo() == null
                && uri.getHost() != null
                && (uri.getPort() == -1 || uri.getPort() == HTTPS)
                && hosts().stream().anyMatch(host -> matches(host, uri.getHost().toLowerCase(Locale.ROOT)));
    }

    /** A sandbox has its stand-in and calls nobody else, whatever a script's message names. */
    private List<String> hosts() {
        return endpoint.isSandboxsOwn() ? settings.mediaHosts() : settings.hosts();
    }

    private static boolean matches(String allowed, String host) {
        var name = allowed.trim().toLowerCase(Locale.ROOT);
        return name.startsWith(ANY_BELOW) ? host.endsWith(name.substring(1)) : host.equals(name);
    }
}
