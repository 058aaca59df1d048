package app.novelo.channel.whatsapp;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for downloads and lets no address of our own network through. The client connects to what is returned
 * here, so a name that changes its address between check and call gains nothing.
 */
class PublicAddresses implements DnsResolver {

    /** Not covered by {@code InetAddress}: this network, shared, protocol assignments, benchmarks, reserved. */
    private static final List<Block> SPECIAL = List.of(
            new Block(0x00000000, 8),
            new Block(0x64400000, 10),
            new Block(0xC0000000, 24),
            new Block(0xC6120000, 15),
            new Block(0xF0000000, 4));

    private final Predicate<String> trusted;
    private final DnsResolver names;

    /** @param trusted names whose addresses are not looked at */
    PublicAddresses(Predicate<String> trusted, DnsResolver names) {
        this.trusted = trusted;
        this.names = names;
    }

    /** @throws UnknownHostException also if one of the addresses is not public */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (!trusted.test(host) && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new UnknownHostException("an address of " + host + " is not public");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? SPECIAL.stream().noneMatch(block -> block.holds(bytes))
                : isPublicVersion6(bytes);
    }

    /** 2000::/3 but for Teredo (2001::/32) and 6to4 (2002::/16), which carry an address of version 4 within. */
    private static boolean isPublicVersion6(byte[] bytes) {
        boolean global = (bytes[0] & 0xE0) == 0x20;
        boolean tunnel = bytes[0] == 0x20 && (bytes[1] == 0x02 || bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0);
        return global && !tunnel;
    }

    private record Block(int network, int length) {

        boolean holds(byte[] address) {
            int value = (address[0] & 0xFF) << 24
                    | (address[1] & 0xFF) << 16
                    | (address[2] & 0xFF) << 8
                    | address[3] & 0xFF;
            return (value ^ network) >>> 32 - length == 0;
        }
    }
}
