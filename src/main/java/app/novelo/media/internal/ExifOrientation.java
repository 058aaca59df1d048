package app.novelo.media.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one number of a camera's notes that we need. Libraries read them all, and a file of 64 KB whose thousand notes all
 * point to the same long one unfolds into gigabytes there.
 *
 * @see <a href="https://www.cipa.jp/std/documents/e/DC-008-Translation-2019-E.pdf">CIPA DC-008, Exif 2.32, 4.6.4</a>
 */
final class ExifOrientation {

    /** The notes come before the picture: one segment of them, perhaps after a few others. */
    private static final int FIRST_BYTES = 256 << 10;

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int EXIF_SEGMENT = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LITTLE = 0x4949;
    private static final int FIRST_DIRECTORY_AT = 4;
    private static final int ENTRY = 12;
    private static final int ORIENTATION = 0x112;
    private static final int VALUE_AT = 8;

    private ExifOrientation() {}

    /** @return {@link Turned#NOT} if there is none that can be read */
    static Turned of(Path jpeg) throws IOException {
        try (var bytes = Files.newInputStream(jpeg)) {
            return of(ByteBuffer.wrap(bytes.readNBytes(FIRST_BYTES)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) { // it points outside itself
            return Turned.NOT;
        }
    }

    private static Turned of(ByteBuffer jpeg) {
        if (word(jpeg, 0) != START_OF_IMAGE) {
            return Turned.NOT;
        }
        int at = 2;
        for (int marker = word(jpeg, at); marker >>> 8 == 0xFF && marker != START_OF_SCAN; marker = word(jpeg, at)) {
            int length = word(jpeg, at + 2);
            if (marker == EXIF_SEGMENT && isExif(jpeg, at + 4)) {
                int notes = at + 4 + EXIF.length;
                return inNotes(jpeg.slice(notes, at + 2 + length - notes));
            }
            at += 2 + length;
        }
        return Turned.NOT;
    }

    private static boolean isExif(ByteBuffer jpeg, int at) {
        return jpeg.slice(at, EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }

    private static Turned inNotes(ByteBuffer notes) {
        notes.order(word(notes, 0) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = notes.getInt(FIRST_DIRECTORY_AT);
        int entries = word(notes, directory);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (word(notes, entry) == ORIENTATION) {
                return Turned.ofExif(word(notes, entry + VALUE_AT));
            }
        }
        return Turned.NOT;
    }

    private static int word(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }
}
