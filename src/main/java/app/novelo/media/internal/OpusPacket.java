package app.novelo.media.internal;

/**
 * How long a packet of Opus sounds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6716#section-3.1">RFC 6716, section 3.1</a>
 */
final class OpusPacket {

    /** Samples at 48 kHz of one frame. SILK: 10, 20, 40, 60 ms; hybrid: 10, 20 ms; CELT: 2.5, 5, 10, 20 ms. */
    private static final int[] SILK = {480, 960, 1920, 2880};

    private static final int[] HYBRID = {480, 960};
    private static final int[] CELT = {120, 240, 480, 960};
    private static final int FIRST_HYBRID = 12;
    private static final int FIRST_CELT = 16;

    private OpusPacket() {}

    /** @return samples at 48 kHz */
    static int samples(byte[] packet) {
        int toc = packet[0] & 0xFF;
        int config = toc >> 3;
        int frames =
                switch (toc & 3) {
                    case 0 -> 1;
                    case 3 -> packet.length > 1 ? packet[1] & 0x3F : 0;
                    default -> 2;
                };
        return frames * frame(config);
    }

    private static int frame(int config) {
        if (config < FIRST_HYBRID) {
            return SILK[config & 3];
        }
        return config < FIRST_CELT ? HYBRID[config & 1] : CELT[config & 3];
    }
}
