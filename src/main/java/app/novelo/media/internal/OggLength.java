package app.novelo.media.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What an Ogg file with Opus tells of itself. Its length: the granule position of its last page counts samples at 48 kHz.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7845#section-4">RFC 7845, section 4</a>
 */
final class OggLength {

    private static final int SAMPLES_A_SECOND = 48_000;

    /** A page has 65,307 bytes at most. */
    private static final int LAST_BYTES = 66_000;

    private static final int HEADER = 27;
    private static final int GRANULE_AT = 6;
    private static final int FIRST_PACKET = 28;
    private static final int HEAD = FIRST_PACKET + 19;
    private static final int CHANNELS_AT = FIRST_PACKET + 9;
    private static final int PRE_SKIP_AT = FIRST_PACKET + 10;

    private OggLength() {}

    static OptionalInt of(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            var start = read(bytes, 0, HEAD);
            if (!isOpus(start)) {
                return OptionalInt.empty();
            }
            int preSkip = little(start).getShort(PRE_SKIP_AT) & 0xFFFF;
            long from = Math.max(0, bytes.length() - LAST_BYTES);
            return last(read(bytes, from, LAST_BYTES), preSkip);
        }
    }

    /** @return 0 for anything but Opus */
    static int channels(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            var start = read(bytes, 0, HEAD);
            return isOpus(start) ? start[CHANNELS_AT] & 0xFF : 0;
        }
    }

    private static boolean isOpus(byte[] start) {
        return start.length == HEAD && isAt(start, 0, "OggS") && isAt(start, FIRST_PACKET, "OpusHead");
    }

    private static OptionalInt last(byte[] end, int preSkip) {
        for (int at = end.length - HEADER; at >= 0; at--) {
            if (isAt(end, at, "OggS")) {
                long samples = little(end).getLong(at + GRANULE_AT) - preSkip;
                long seconds = (samples + SAMPLES_A_SECOND - 1) / SAMPLES_A_SECOND;
                return samples > 0 && seconds <= Integer.MAX_VALUE
                        ? OptionalInt.of((int) seconds)
                        : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private static byte[] read(RandomAccessFile file, long from, int most) throws IOException {
        var bytes = new byte[(int) Math.min(most, Math.max(0, file.length() - from))];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    private static boolean isAt(byte[] bytes, int at, String word) {
        return bytes.length >= at + word.length()
                && new String(bytes, at, word.length(), StandardCharsets.US_ASCII).equals(word);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
