package app.novelo.media.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.media.Sounds.NotAVoiceNote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With two and a half seconds that a Chromium recorded. */
class OpusSoundsTest {

    private static final Path RECORDINGS = Path.of("src/test/resources/app/novelo/media");

    private final OpusSounds sounds = new OpusSounds();

    @TempDir
    Path folder;

    @Test
    void putsARecordingIntoOggPageByPage() throws Exception {
        var ogg = ogg(RECORDINGS.resolve("recorded-mono.webm"));

        int pages = 0;
        long granule = 0;
        int flags = 0;
        for (int at = 0; at < ogg.length; pages++) {
            int segments = ogg[at + 26] & 0xFF;
            int body = 0;
            for (int i = 0; i < segments; i++) {
                body += ogg[at + 27 + i] & 0xFF;
            }
            var page = Arrays.copyOfRange(ogg, at, at + 27 + segments + body);
            var little = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(new String(page, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("OggS");
            assertThat(little.getInt(18)).isEqualTo(pages);
            int checksum = little.getInt(22);
            little.putInt(22, 0);
            assertThat(OggPages.checksum(page)).isEqualTo(checksum);
            assertThat(little.getLong(6)).isGreaterThanOrEqualTo(granule);
            granule = little.getLong(6);
            flags = page[5];
            at += page.length;
        }
        assertThat(pages).isGreaterThan(3);
        assertThat(flags).as("the last page says so").isEqualTo(OggPages.LAST);
        assertThat(granule / 48_000.0).isBetween(2.0, 3.0);
        assertThat(sounds.seconds(Files.write(folder.resolve("a.ogg"), ogg))).hasValue(3);
    }

    @Test
    void knowsWhatWhatsAppPlaysAsAVoiceNote() throws Exception {
        var ogg = ogg(RECORDINGS.resolve("recorded-mono.webm"));
        var stereo = ogg.clone();
        stereo[37] = 2;
        var vorbis = ogg.clone();
        System.arraycopy("\1vorbis ".getBytes(StandardCharsets.US_ASCII), 0, vorbis, 28, 8);

        assertThat(sounds.isVoiceNote(Files.write(folder.resolve("a"), ogg))).isTrue();
        assertThat(sounds.isVoiceNote(Files.write(folder.resolve("a"), stereo))).isFalse();
        assertThat(sounds.isVoiceNote(Files.write(folder.resolve("a"), vorbis))).isFalse();
        assertThat(sounds.isVoiceNote(Files.write(folder.resolve("a"), Arrays.copyOf(ogg, 30))))
                .isFalse();
    }

    /** The polynomial of RFC 3533, with a page whose checksum libogg wrote. */
    @Test
    void knowsTheChecksumOfOgg() {
        assertThat(OggPages.checksum("123456789".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(0x89A1897F);
    }

    @Test
    void refusesStereo() {
        assertThatThrownBy(() -> ogg(RECORDINGS.resolve("recorded-stereo.webm")))
                .isInstanceOf(NotAVoiceNote.class)
                .hasMessageContaining("mono");
    }

    @Test
    void survivesEveryTornAndTwistedRecording() throws IOException {
        var whole = Files.readAllBytes(RECORDINGS.resolve("recorded-mono.webm"));
        var random = new Random(1);
        for (int i = 0; i < 500; i++) {
            var bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            var file = Files.write(folder.resolve("twisted"), bytes);
            try {
                sounds.toOgg(file, OutputStream.nullOutputStream());
            } catch (IOException | NotAVoiceNote e) {
                // what a caller expects
            }
        }
    }

    @Test
    void tellsNoLengthOfWhatIsNoOgg() throws IOException {
        assertThat(sounds.seconds(Files.write(folder.resolve("a.ogg"), new byte[100])))
                .isEmpty();
    }

    private byte[] ogg(Path webm) throws IOException, NotAVoiceNote {
        var out = new ByteArrayOutputStream();
        sounds.toOgg(webm, out);
        return out.toByteArray();
    }
}
