package app.novelo.channel.whatsapp;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls for files: only allowed hosts, only public addresses, redirects one by one under the same rules, nothing unpacked
 * on the way. Through no proxy: a proxy would resolve the names itself.
 */
@Component
class MediaHttp {

    private static final int MOST_REDIRECTS = 3;
    private static final int CONNECTIONS = 32;
    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    private final CloseableHttpClient http;
    private final MediaHosts hosts;

    MediaHttp(MediaHosts hosts, MediaSettings settings) {
        this.hosts = hosts;
        var silence = Timeout.of(settings.mediaTimeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new PublicAddresses(hosts::isBase, SystemDefaultDnsResolver.INSTANCE))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(silence)
                        .build())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
        http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(silence).build())
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .setUserAgent("Novelo")
                .build();
    }

    /**
     * @param from first byte wanted
     * @param token for the first host alone
     * @return empty if an address on the way may not be called
     */
    Optional<ClassicHttpResponse> get(String address, long from, String token) throws IOException {
        var next = hosts.allowed(address);
        var first = next.map(URI::getHost).orElse("");
        for (int hop = 0; hop <= MOST_REDIRECTS && next.isPresent(); hop++) {
            var uri = next.get();
            var response = open(request(uri, from, uri.getHost().equals(first) ? token : null));
            var location = location(response);
            if (location == null) {
                return Optional.of(response);
            }
            response.close();
            next = hosts.allowed(uri, location);
        }
        return Optional.empty();
    }

    ClassicHttpResponse open(ClassicHttpRequest request) throws IOException {
        return http.executeOpen(null, request, HttpCoreContext.create());
    }

    private static ClassicHttpRequest request(URI uri, long from, @Nullable String token) {
        var request = ClassicRequestBuilder.get(uri).addHeader("Accept-Encoding", "identity");
        if (token != null) {
            request.addHeader("Authorization", "Bearer " + token);
        }
        if (from > 0) {
            request.addHeader("Range", "bytes=" + from + "-");
        }
        return request.build();
    }

    private static @Nullable String location(ClassicHttpResponse response) {
        var location = response.getFirstHeader("Location");
        boolean redirect = response.getCode() / 100 == 3;
        return redirect && location != null ? location.getValue() : null;
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }
}
