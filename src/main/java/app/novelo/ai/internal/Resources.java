package app.novelo.ai.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The module's own files on the classpath, below {@code app/novelo/ai}. */
final class Resources {

    private static final String ROOT = "/app/novelo/ai/";

    private Resources() {}

    static byte[] bytes(String name) {
        try (var in = Resources.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IllegalStateException("Missing on the classpath: " + ROOT + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a tab-separated file; empty lines and lines that begin with {@code #} are left out. */
    static List<String[]> rows(String name) {
        return rows(bytes(name));
    }

    static List<String[]> rows(byte[] file) {
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .toList();
    }
}
