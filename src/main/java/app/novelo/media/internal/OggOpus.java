package app.novelo.media.internal;

import app.novelo.media.Sounds.NotAVoiceNote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes Opus packets as an Ogg file.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7845">RFC 7845, Ogg Encapsulation for the Opus Audio Codec</a>
 */
final class OggOpus {

    /** A second of packets of 20 ms to a page, as the RFC advises. */
    private static final int SAMPLES_TO_A_PAGE = 48_000;

    private static final int MOST_SEGMENTS = 255;
    private static final int FULL_SEGMENT = 255;

    private final OggPages pages;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayOutputStream segments = new ByteArrayOutputStream();
    private byte[] waiting = {};
    private long granule;
    private int samples;

    OggOpus(OutputStream out) {
        this.pages = new OggPages(out);
    }

    /** @param head the packet {@code OpusHead}: WebM keeps it as the track's private data */
    void head(byte[] head) throws IOException {
        pages.write(OggPages.FIRST, 0, new byte[] {(byte) head.length}, head);
        var vendor = "Novelo".getBytes(StandardCharsets.US_ASCII);
        var tags = ByteBuffer.allocate(16 + vendor.length).order(ByteOrder.LITTLE_ENDIAN);
        tags.put("OpusTags".getBytes(StandardCharsets.US_ASCII))
                .putInt(vendor.length)
                .put(vendor)
                .putInt(0);
        pages.write(0, 0, new byte[] {(byte) tags.capacity()}, tags.array());
    }

    void packet(byte[] packet) throws IOException, NotAVoiceNote {
        flushWaiting();
        waiting = packet;
    }

    /** The last packet waits, so that the last page is never empty. */
    private void flushWaiting() throws IOException, NotAVoiceNote {
        if (waiting.length == 0) {
            return;
        }
        int pieces = waiting.length / FULL_SEGMENT + 1;
        if (pieces > MOST_SEGMENTS) {
            throw new NotAVoiceNote("a packet is too large");
        }
        if (segments.size() + pieces > MOST_SEGMENTS || samples >= SAMPLES_TO_A_PAGE) {
            page(0);
        }
        for (int i = 1; i < pieces; i++) {
            segments.write(FULL_SEGMENT);
        }
        segments.write(waiting.length % FULL_SEGMENT);
        body.writeBytes(waiting);
        int length = OpusPacket.samples(waiting);
        samples += length;
        granule += length;
    }

    void end() throws IOException, NotAVoiceNote {
        flushWaiting();
        if (granule == 0) {
            throw new NotAVoiceNote("the recording is empty");
        }
        page(OggPages.LAST);
    }

    private void page(int flags) throws IOException {
        pages.write(flags, granule, segments.toByteArray(), body.toByteArray());
        segments.reset();
        body.reset();
        samples = 0;
    }
}
