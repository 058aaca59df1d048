package app.novelo.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files of {@code src/test/resources/doors}. */
public final class Files {

    private Files() {}

    public static String read(String name) {
        try (var stream = Objects.requireNonNull(Files.class.getResourceAsStream("/doors/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
