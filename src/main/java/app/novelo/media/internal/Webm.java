package app.novelo.media.internal;

import app.novelo.media.Sounds.NotAVoiceNote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads the Opus packets out of a browser's recording. Browsers record while they write: clusters have no length, and one
 * block holds one packet.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9559">RFC 9559, Matroska</a>
 */
final class Webm {

    private static final int SEGMENT = 0x18538067;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK = 0xAE;
    private static final int CODEC = 0x86;
    private static final int CODEC_PRIVATE = 0x63A2;
    private static final int CLUSTER = 0x1F43B675;
    private static final int GROUP = 0xA0;
    private static final int BLOCK = 0xA1;
    private static final int SIMPLE_BLOCK = 0xA3;

    /** What is opened instead of read or skipped. */
    private static final Set<Integer> OPENED = Set.of(SEGMENT, TRACKS, TRACK, CLUSTER, GROUP);

    /** After the track's number: two bytes of time, one of flags. */
    private static final int BLOCK_HEAD = 3;

    private static final int LACING = 0x06;
    private static final String OPUS_HEAD = "OpusHead";
    private static final int HEAD_LENGTH = 19;
    private static final int CHANNELS_AT = 9;

    private final Ebml ebml;
    private final OggOpus out;
    private boolean head;
    private int tracks;

    Webm(InputStream bytes, OggOpus out) {
        this.ebml = new Ebml(bytes);
        this.out = out;
    }

    void read() throws IOException, NotAVoiceNote {
        for (var element = ebml.next(); element != null; element = ebml.next()) {
            if (element.id() == TRACK && ++tracks > 1) {
                throw new NotAVoiceNote("the recording has several tracks");
            }
            if (!OPENED.contains(element.id())) {
                take(element);
            }
        }
        if (!head) {
            throw new NotAVoiceNote("the recording has no sound");
        }
    }

    private void take(Ebml.Element element) throws IOException, NotAVoiceNote {
        switch (element.id()) {
            case CODEC -> codec(new String(ebml.read(element), StandardCharsets.US_ASCII));
            case CODEC_PRIVATE -> head(ebml.read(element));
            case BLOCK, SIMPLE_BLOCK -> block(ebml.read(element));
            default -> ebml.skip(element);
        }
    }

    private static void codec(String codec) throws NotAVoiceNote {
        if (!codec.equals("A_OPUS")) {
            throw new NotAVoiceNote("the recording is not Opus");
        }
    }

    private void head(byte[] bytes) throws IOException, NotAVoiceNote {
        if (bytes.length != HEAD_LENGTH
                || !new String(bytes, 0, OPUS_HEAD.length(), StandardCharsets.US_ASCII).equals(OPUS_HEAD)) {
            throw new NotAVoiceNote("the recording is not Opus of one stream");
        }
        if (bytes[CHANNELS_AT] != 1) {
            throw new NotAVoiceNote("the recording is not mono");
        }
        out.head(bytes);
        head = true;
    }

    private void block(byte[] block) throws IOException, NotAVoiceNote {
        if (!head) {
            throw new NotAVoiceNote("sound comes before its description");
        }
        int start = block.length == 0 ? 0 : Ebml.length(block[0]) + BLOCK_HEAD;
        if (block.length <= start || (block[start - 1] & LACING) != 0) {
            throw new NotAVoiceNote("a block is not one packet");
        }
        out.packet(java.util.Arrays.copyOfRange(block, start, block.length));
    }
}
