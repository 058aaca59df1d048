package app.novelo.exchange.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Looks at the end of a zip file before anybody opens it: Java reads its whole list of entries into memory, however long
 * somebody has made it.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE.TXT, 4.3.16 End of central directory
 *     record</a>
 */
final class ZipLimits {

    /** WhatsApp exports the newest ten thousand messages with their files. */
    static final int MOST_ENTRIES = 20_000;

    /** Bytes of that list: a name of 200 characters for each. */
    private static final long LONGEST_LIST = 8L << 20;

    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private ZipLimits() {}

    static void check(Path file) throws IOException {
        try (var zip = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(zip.length(), LENGTH + LONGEST_COMMENT);
            var end = new byte[length];
            zip.seek(zip.length() - length);
            zip.readFully(end);
            check(ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    private static void check(ByteBuffer end) {
        for (int at = end.limit() - LENGTH; at >= 0; at--) {
            if (end.getInt(at) == SIGNATURE) {
                int entries = Short.toUnsignedInt(end.getShort(at + 10));
                long list = Integer.toUnsignedLong(end.getInt(at + 12));
                if (entries > MOST_ENTRIES || list > LONGEST_LIST) {
                    throw new FileRefused("too-many-entries", "an archive has at most " + MOST_ENTRIES + " files");
                }
                return;
            }
        }
        throw new FileRefused("not-an-archive", "the file is no zip archive, or not all of it");
    }
}
