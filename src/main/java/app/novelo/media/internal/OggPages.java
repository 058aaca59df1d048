package app.novelo.media.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Pages of one logical Ogg stream.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3533#section-6">RFC 3533, section 6</a>
 */
final class OggPages {

    static final int FIRST = 2;
    static final int LAST = 4;

    private static final int HEADER = 27;
    private static final int CHECKSUM_AT = 22;

    /** Any number that differs from that of other streams in the same file; there is only one. */
    private static final int SERIAL = 0x4E6F766F;

    private static final int POLYNOMIAL = 0x04C11DB7;

    private final OutputStream out;
    private int number;

    OggPages(OutputStream out) {
        this.out = out;
    }

    void write(int flags, long granule, byte[] segments, byte[] body) throws IOException {
        var page = ByteBuffer.allocate(HEADER + segments.length + body.length).order(ByteOrder.LITTLE_ENDIAN);
        page.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) flags);
        page.putLong(granule).putInt(SERIAL).putInt(number).putInt(0);
        page.put((byte) segments.length).put(segments).put(body);
        page.putInt(CHECKSUM_AT, checksum(page.array()));
        out.write(page.array());
        number++;
    }

    /** CRC-32 without reflection, which the JDK does not have. */
    static int checksum(byte[] bytes) {
        int sum = 0;
        for (byte octet : bytes) {
            sum ^= octet << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? sum << 1 ^ POLYNOMIAL : sum << 1;
            }
        }
        return sum;
    }
}
