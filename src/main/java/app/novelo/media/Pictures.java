package app.novelo.media;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Looks at pictures without trusting them. */
public interface Pictures {

    /**
     * Measures a kept file and makes its small picture.
     *
     * @return empty if this is no picture that can be read
     */
    Optional<Size> look(UUID id, Path file);

    /**
     * @param width of the original as it is to be seen, pixels
     * @param thumbnail whether a small picture was made
     * @param animated a WebP of several pictures
     */
    record Size(int width, int height, boolean thumbnail, boolean animated) {}
}
