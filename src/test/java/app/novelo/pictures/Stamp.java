package app.novelo.pictures;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Which file a picture was made of, as a text in the picture itself: pixels differ with the fonts of the machine.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#11tEXt">PNG, chunk tEXt</a>
 */
final class Stamp {

    private static final String KEYWORD = "Model";
    private static final int TEXT = 0x74455874; // "tEXt"

    /** Of signature and first chunk, which has one size in every PNG. */
    private static final int HEAD_BYTES = 8 + 25;

    private Stamp() {}

    static byte[] on(byte[] png, String fingerprint) {
        var words = (KEYWORD + '\0' + fingerprint).getBytes(StandardCharsets.ISO_8859_1);
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(png, 0, HEAD_BYTES);
            out.writeInt(words.length);
            out.writeInt(TEXT);
            out.write(words);
            out.writeInt(checksum(words));
            out.write(png, HEAD_BYTES, png.length - HEAD_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int checksum(byte[] words) {
        var crc = new CRC32();
        crc.update("tEXt".getBytes(StandardCharsets.ISO_8859_1));
        crc.update(words);
        return (int) crc.getValue();
    }

    /** @return nothing if there is no such picture, or one that was not made here */
    static Optional<String> of(Path picture) {
        if (!Files.exists(picture)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(picture)))) {
            in.skipNBytes(HEAD_BYTES);
            var words = new byte[Math.min(in.readInt(), in.available())];
            boolean isText = in.readInt() == TEXT;
            in.readFully(words);
            var text = new String(words, StandardCharsets.ISO_8859_1);
            return isText && text.startsWith(KEYWORD + '\0')
                    ? Optional.of(text.substring(KEYWORD.length() + 1))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
