package app.novelo.media.internal;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * What a WebP file claims of itself, in all the places where it does: its frame may claim another size than its head, and
 * it may hold a thousand pictures where one belongs.
 *
 * @param width of the whole picture, pixels
 * @param decodable one picture is to be unfolded, and no claim is larger than a decoder should be given
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649, WebP Image Format</a>
 */
record Webp(int width, int height, boolean animated, boolean decodable) {

    private static final int RIFF = 0x46464952;
    private static final int WEBP = 0x50424557;
    private static final int EXTENDED = 0x58385056;
    private static final int LOSSY = 0x20385056;
    private static final int LOSSLESS = 0x4C385056;
    private static final int ALPHA = 0x48504C41;
    private static final int FRAME = 0x464D4E41;
    private static final int FIRST_CHUNK_AT = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int FRAME_HEAD = 16;
    private static final int ANIMATED = 2;

    /** The decoder takes some 600 bytes for each block of 16 × 16; a sticker has 512 × 512. */
    private static final long MOST_PIXELS = 4_000_000;

    /** Up to the first frame's end. */
    private static final int MOST_CHUNKS = 100;

    /** @return null if it is no WebP */
    static @org.jspecify.annotations.Nullable Webp read(ImageInputStream file) throws IOException {
        file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        file.seek(0);
        if (file.readInt() != RIFF) {
            return null;
        }
        long end = Math.min(file.readUnsignedInt() + CHUNK_HEAD, file.length());
        return file.readInt() == WEBP ? new Scan(file).read(end) : null;
    }

    private static final class Scan {

        private final ImageInputStream file;
        private int width;
        private int height;
        private boolean animated;
        private boolean tooLarge;
        private int chunks;
        private int pictures;
        private int alphas;

        Scan(ImageInputStream file) {
            this.file = file;
        }

        /** Of what moves, the first frame is all that is decoded: its chunks are read as if they stood alone. */
        Webp read(long until) throws IOException {
            long end = until;
            for (long at = FIRST_CHUNK_AT; at < end && chunks < MOST_CHUNKS; chunks++) {
                file.seek(at);
                int kind = file.readInt();
                long length = file.readUnsignedInt();
                long next = at + CHUNK_HEAD + length + (length & 1);
                boolean frame = kind == FRAME && animated;
                take(kind);
                end = frame ? Math.min(end, next) : end;
                at = frame ? at + CHUNK_HEAD + FRAME_HEAD : next;
            }
            boolean decodable = !tooLarge && pictures == 1 && alphas <= 1 && chunks < MOST_CHUNKS;
            return new Webp(width, height, animated, decodable);
        }

        private void take(int kind) throws IOException {
            switch (kind) {
                case EXTENDED -> {
                    animated = (file.readInt() & ANIMATED) != 0;
                    claim(1 + three(), 1 + three());
                }
                case FRAME -> {
                    file.skipBytes(6);
                    claim(1 + three(), 1 + three());
                }
                case LOSSY -> {
                    pictures++;
                    file.skipBytes(6);
                    claim(file.readUnsignedShort() & 0x3FFF, file.readUnsignedShort() & 0x3FFF);
                }
                case LOSSLESS -> {
                    pictures++;
                    file.skipBytes(1);
                    int both = file.readInt();
                    claim(1 + (both & 0x3FFF), 1 + (both >>> 14 & 0x3FFF));
                }
                case ALPHA -> alphas++;
                default -> {}
            }
        }

        /** The first claim is that of the whole picture. */
        private void claim(int claimedWidth, int claimedHeight) {
            if (width == 0) {
                width = claimedWidth;
                height = claimedHeight;
            }
            tooLarge |= (long) claimedWidth * claimedHeight > MOST_PIXELS;
        }

        private int three() throws IOException {
            return file.readUnsignedShort() | file.readUnsignedByte() << 16;
        }
    }
}
