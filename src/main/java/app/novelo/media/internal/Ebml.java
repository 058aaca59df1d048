package app.novelo.media.internal;

import app.novelo.media.Sounds.NotAVoiceNote;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Elements of an EBML stream, one after the other.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8794">RFC 8794, EBML</a>
 */
final class Ebml {

    /** Far more than a block of sound; what claims more is not read into memory. */
    private static final int MOST_READ = 128 << 10;

    private static final int LONGEST_ID = 4;

    private final InputStream bytes;

    Ebml(InputStream bytes) {
        this.bytes = bytes;
    }

    /** @param length -1 = until something of a higher level begins */
    record Element(int id, long length) {}

    /** @return null at the end */
    @Nullable
    Element next() throws IOException, NotAVoiceNote {
        int first = bytes.read();
        if (first < 0) {
            return null;
        }
        int more = length((byte) first) - 1;
        if (more >= LONGEST_ID) {
            throw new NotAVoiceNote("the recording cannot be read");
        }
        return new Element((int) number(first, more), size());
    }

    private long size() throws IOException, NotAVoiceNote {
        int first = octet();
        int more = length((byte) first) - 1;
        if (more > 7) {
            throw new NotAVoiceNote("the recording cannot be read");
        }
        int bits = 7 * (more + 1);
        long value = number(first, more) & (1L << bits) - 1;
        return value == (1L << bits) - 1 ? -1 : value;
    }

    private long number(int first, int more) throws IOException {
        long value = first;
        for (int i = 0; i < more; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    /** @return bytes of a number that begins with this one; nine for a number that does not exist */
    static int length(byte first) {
        return Integer.numberOfLeadingZeros(first & 0xFF) - 23;
    }

    byte[] read(Element element) throws IOException, NotAVoiceNote {
        if (element.length < 0 || element.length > MOST_READ) {
            throw new NotAVoiceNote("an element of the recording is too large");
        }
        var read = bytes.readNBytes((int) element.length);
        if (read.length < element.length) {
            throw new EOFException("the recording ends in the middle");
        }
        return read;
    }

    void skip(Element element) throws IOException, NotAVoiceNote {
        if (element.length < 0) {
            throw new NotAVoiceNote("the recording cannot be read");
        }
        bytes.skipNBytes(element.length);
    }

    private int octet() throws IOException {
        int read = bytes.read();
        if (read < 0) {
            throw new EOFException("the recording ends in the middle");
        }
        return read;
    }
}
