package app.novelo.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.media.Pictures.Size;
import app.novelo.platform.NoveloSettings;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

        assertThat(size).isEqualTo(new Size(2000, 500, true, false));
        var small = ImageIO.read(store().thumbnail(id).orElseThrow().toFile());
        assertThat(small.getWidth()).isEqualTo(480);
        assertThat(small.getHeight()).isEqualTo(120);
    }

    /** Three gigabytes of pixels in thirty-three bytes. */
    @Test
    void areNotMadeOfABomb() throws IOException {
        assertThat(look(header(30_000, 30_000))).isEqualTo(new Size(30_000, 30_000, false, false));
        assertThat(store().thumbnail(id)).isEmpty();
    }

    /** Red on the left, blue on the right: where red has to be seen, for each of Exif's numbers. */
    @ParameterizedTest
    @CsvSource({"1,LEFT", "2,RIGHT", "3,RIGHT", "4,LEFT", "5,TOP", "6,TOP", "7,BOTTOM", "8,BOTTOM", "0,LEFT", "9,LEFT"})
    void standAsTheCameraWasHeld(int orientation, String red) throws IOException {
        boolean sideways = red.equals("TOP") || red.equals("BOTTOM");

        var size = look(held(orientation, halves(800, 400)));

        assertThat(size).isEqualTo(sideways ? new Size(400, 800, true, false) : new Size(800, 400, true, false));
        var small = ImageIO.read(store().thumbnail(id).orElseThrow().toFile());
        assertThat(small.getWidth()).isEqualTo(sideways ? 240 : 480);
        int x = red.equals("RIGHT") ? small.getWidth() - 20 : 20;
        int y = red.equals("BOTTOM") ? small.getHeight() - 20 : 20;
        assertThat(new Color(small.getRGB(x, y)).getRed()).isGreaterThan(200);
        assertThat(new Color(small.getRGB(small.getWidth() - 1 - x, small.getHeight() - 1 - y)).getBlue())
                .isGreaterThan(200);
    }

    @Test
    void areMadeWhateverTheCamerasNotesPointTo() throws IOException {
        var whole = held(6, halves(80, 40));
        var random = new Random(1);
        for (int i = 0; i < 300; i++) {
            var twisted = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                twisted[6 + random.nextInt(34)] = (byte) random.nextInt();
            }
            assertThat(ExifOrientation.of(Files.write(folder.resolve("twisted"), twisted)))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"sticker.webp,false", "sticker-lossy.webp,false", "sticker-animated.webp,true"})
    void areMadeOfStickers(String name, boolean animated) throws IOException {
        var size = look(sticker(name));

        assertThat(size).isEqualTo(new Size(512, 512, true, animated));
        var small = ImageIO.read(store().thumbnail(id).orElseThrow().toFile());
        assertThat(small.getWidth()).isEqualTo(small.getHeight());
        var middle = new Color(small.getRGB(small.getWidth() / 2, small.getHeight() / 2));
        assertThat(middle.getRed()).isGreaterThan(200);
        assertThat(middle.getGreen()).isLessThan(60);
    }

    /** A frame of 268 million pixels in a picture of a hundred; the same in what moves; more pictures than one. */
    @ParameterizedTest
    @ValueSource(strings = {"frame", "moving", "many", "head", "behind"})
    void areNotMadeOfAStickerThatUnfolds(String way) throws IOException {
        var lossy = chunk("VP8 ", 0x10, 2, 0, 0x9D, 1, 0x2A, 0xFF, 0x3F, 0xFF, 0x3F, 0, 0);
        var tiny = chunk("VP8L", 0x2F, 9, 0x40, 2, 0, 0, 0, 0, 0, 0);
        var size = new int[] {9, 0, 0, 9, 0, 0};
        var bytes =
                switch (way) {
                    case "frame" -> riff(head(0, size), lossy);
                    case "moving" ->
                        riff(head(2, size), chunk("ANMF", 0, 0, 0, 0, 0, 0, 9, 0, 0, 9, 0, 0, 1, 0, 0, 0), lossy);
                    case "behind" -> {
                        var all = riff(head(0, size), tiny, lossy);
                        all[4] -= lossy.length - 4; // its end lies within the last chunk's head
                        yield all;
                    }
                    case "many" -> riff(head(0, size), tiny, tiny);
                    default -> riff(head(0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF), tiny);
                };

        var looked = look(bytes);

        assertThat(looked).isNotNull();
        assertThat(looked.thumbnail()).isFalse();
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

    private static byte[] sticker(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/app/novelo/media", name));
    }

    private static byte[] head(int flags, int... size) {
        return chunk(
                "VP8X",
                IntStream.concat(IntStream.of(flags, 0, 0, 0), IntStream.of(size))
                        .toArray());
    }

    private static byte[] chunk(String kind, int... octets) {
        var chunk = ByteBuffer.allocate(8 + octets.length).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(kind.getBytes(StandardCharsets.US_ASCII)).putInt(octets.length);
        for (int octet : octets) {
            chunk.put((byte) octet);
        }
        return chunk.array();
    }

    private static byte[] riff(byte[]... chunks) {
        int length = Arrays.stream(chunks).mapToInt(chunk -> chunk.length).sum();
        var riff = ByteBuffer.allocate(12 + length).order(ByteOrder.LITTLE_ENDIAN);
        riff.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + length);
        riff.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (var chunk : chunks) {
            riff.put(chunk);
        }
        return riff.array();
    }

    private static byte[] halves(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width / 2, height);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /** With the notes of a camera, as its first segment. */
    private static byte[] held(int orientation, byte[] jpeg) {
        var notes = ByteBuffer.allocate(2 + 2 + 2 + 6 + 8 + 2 + 12 + 4);
        notes.putShort((short) 0xFFD8).putShort((short) 0xFFE1).putShort((short) 34);
        notes.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42);
        notes.putInt(8).putShort((short) 1);
        notes.putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        var bytes = Arrays.copyOf(notes.array(), notes.capacity() + jpeg.length - 2);
        System.arraycopy(jpeg, 2, bytes, notes.capacity(), jpeg.length - 2);
        return bytes;
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
