package app.novelo.conversation.internal;

import app.novelo.conversation.internal.MediaOutcome.FileFacts;
import app.novelo.media.FileKind;
import app.novelo.media.MediaStore.Draft;
import app.novelo.media.Pictures;
import app.novelo.media.Sounds;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what a file is. */
@Component
class FileFinder {

    private final FileKind kinds;
    private final Pictures pictures;
    private final Sounds sounds;

    FileFinder(FileKind kinds, Pictures pictures, Sounds sounds) {
        this.kinds = kinds;
        this.pictures = pictures;
        this.sounds = sounds;
    }

    /** A picture's small one is kept at once. */
    FileFacts look(UUID id, Draft draft, String filename) throws IOException {
        var path = draft.path();
        var type = kinds.of(path, filename);
        var picture = type.startsWith("image/") ? pictures.look(id, path) : Optional.<Pictures.Size>empty();
        var seconds = type.equals("audio/ogg") ? sounds.seconds(path) : OptionalInt.empty();
        return new FileFacts(
                type,
                draft.size(),
                draft.sha256(),
                picture.map(Pictures.Size::width).orElse(null),
                picture.map(Pictures.Size::height).orElse(null),
                orNull(seconds),
                picture.map(Pictures.Size::thumbnail).orElse(false),
                picture.map(Pictures.Size::animated).orElse(false));
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
