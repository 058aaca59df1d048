package app.novelo.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.media.Pictures.Size;
import app.novelo.platform.NoveloSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class SmallPicturesTest {

    private final UUID id = UUID.randomUUID();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void areMadeOfWhatCanBeDecoded(String format) throws IOException {
        var size = look(image(format, 2000, 500));

        assertThat(size).isEqualTo(new Size(2000, 500, true));
        var small = ImageIO.read(store().thumbnail(id).orElseThrow().toFile());
        assertThat(small.getWidth()).isEqualTo(480);
        assertThat(small.getHeight()).isEqualTo(120);
    }

    /** Three gigabytes of pixels in thirty-three bytes. */
    @Test
    void areNotMadeOfABomb() throws IOException {
        assertThat(look(header(30_000, 30_000))).isEqualTo(new Size(30_000, 30_000, false));
        assertThat(store().thumbnail(id)).isEmpty();
    }

    @Test
    void areNotMadeOfATornPicture() throws IOException {
        look(java.util.Arrays.copyOf(image("png", 300, 300), 60));

        assertThat(store().thumbnail(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFF....WEBPVP8 "})
    void areNotMadeOfWhatIsNoPicture(String content) throws IOException {
        assertThat(look(content.getBytes(StandardCharsets.US_ASCII))).isNull();
    }

    private Size look(byte[] bytes) throws IOException {
        try (var draft = store().draft(id)) {
            draft.write(bytes, bytes.length);
            return new SmallPictures(store()).look(id, draft.keep()).orElse(null);
        }
    }

    private FolderStore store() {
        return new FolderStore(
                new NoveloSettings(folder, Locale.ROOT, ZoneId.of("UTC"), ""), new MediaSettings(DataSize.ofBytes(0)));
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] header(int width, int height) {
        var chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        chunk.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var sum = new CRC32();
        sum.update(chunk.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(chunk.array())
                .putInt((int) sum.getValue())
                .array();
    }
}
