package app.novelo.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.OptionalInt;

/** What we know of sounds: Opus, in the boxes in which browsers and WhatsApp put it. */
public interface Sounds {

    /** @return length of an Ogg file with Opus, rounded up; empty for anything else */
    OptionalInt seconds(Path ogg);

    /** @return true for what WhatsApp plays as a voice note: Ogg with Opus in mono */
    boolean isVoiceNote(Path file) throws IOException;

    /** @return true for a WebM file, in which browsers record */
    boolean isWebm(Path file) throws IOException;

    /**
     * Puts the Opus packets of a browser's recording into an Ogg file, without touching the sound.
     *
     * @throws NotAVoiceNote if it holds anything but one track of Opus in mono
     */
    void toOgg(Path webm, OutputStream ogg) throws IOException, NotAVoiceNote;

    /** The recording cannot be a voice note. */
    final class NotAVoiceNote extends Exception {

        private static final long serialVersionUID = 1;

        public NotAVoiceNote(String message) {
            super(message);
        }
    }
}
