package app.novelo.media.internal;

import app.novelo.media.Sounds;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

@Component
class OpusSounds implements Sounds {

    private static final byte[] EBML = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};

    @Override
    public OptionalInt seconds(Path ogg) {
        try {
            return OggLength.of(ogg);
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    @Override
    public boolean isVoiceNote(Path file) throws IOException {
        return OggLength.channels(file) == 1;
    }

    @Override
    public boolean isWebm(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return java.util.Arrays.equals(bytes.readNBytes(EBML.length), EBML);
        }
    }

    @Override
    public void toOgg(Path webm, OutputStream ogg) throws IOException, NotAVoiceNote {
        try (var bytes = new BufferedInputStream(Files.newInputStream(webm))) {
            var opus = new OggOpus(ogg);
            new Webm(bytes, opus).read();
            opus.end();
        }
    }
}
