package app.novelo.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Tells what a file really is, from its bytes. */
public interface FileKind {

    /** What a browser may show in place: nothing that can hold a script. */
    Set<String> SAFE = Set.of(
            "image/jpeg",
            "image/png",
            "image/webp",
            "image/gif",
            "video/mp4",
            "video/3gpp",
            "audio/ogg",
            "audio/mpeg",
            "audio/aac",
            "audio/amr",
            "audio/mp4");

    String UNKNOWN = "application/octet-stream";

    /**
     * @param name helps to tell a spreadsheet from any other archive; never makes something safe of what is not
     * @return MIME type without parameters
     */
    String of(Path file, String name) throws IOException;
}
