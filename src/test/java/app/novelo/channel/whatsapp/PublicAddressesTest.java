package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No address of our own network is called for a stranger's file. */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001::1"
            })
    void refusesWhatIsNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"157.240.1.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2a03:2880::1"})
    void takesWhatIs(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void refusesANameOfWhichOneAddressIsOurs() {
        assertThatThrownBy(() -> resolver("157.240.1.1,10.0.0.1").resolve("lookaside.fbsbx.com"))
                .isInstanceOf(UnknownHostException.class);
    }

    /** The client connects to what it gets here and asks nobody again; at the next call all is checked anew. */
    @Test
    void looksAgainWhereANameChangesItsAddress() throws UnknownHostException {
        var resolver = resolver("157.240.1.1", "127.0.0.1");

        assertThat(resolver.resolve("lookaside.fbsbx.com")).containsExactly(InetAddress.getByName("157.240.1.1"));
        assertThatThrownBy(() -> resolver.resolve("lookaside.fbsbx.com")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void trustsTheBaseUrlsOwnHost() throws UnknownHostException {
        assertThat(resolver("127.0.0.1").resolve("graph.local")).hasSize(1);
    }

    private static PublicAddresses resolver(String... answers) {
        var left = new ArrayDeque<>(List.of(answers));
        return new PublicAddresses("graph.local"::equals, new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                var names = left.remove().split(",");
                var addresses = new InetAddress[names.length];
                for (int i = 0; i < names.length; i++) {
                    addresses[i] = InetAddress.getByName(names[i]);
                }
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });
    }
}
