package app.novelo.platform.internal.security;

import app.novelo.platform.GeneratedSecrets;
import app.novelo.platform.NoveloSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class StoredSecrets implements GeneratedSecrets {

    /** 144 bits, 24 characters without padding. */
    private static final int BYTES = 18;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Generated> known = new ConcurrentHashMap<>();

    StoredSecrets(NoveloSettings settings) {
        this.folder = settings.dataDir().resolve("secrets");
    }

    @Override
    public String get(String name, String purpose) {
        return known.computeIfAbsent(name, n -> readOrGenerate(n, purpose)).value();
    }

    @Override
    public boolean isKept(String name) {
        try {
            return Files.exists(folder.resolve(name)) && Files.size(folder.resolve(name)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Generated> all() {
        return List.copyOf(known.values());
    }

    private Generated readOrGenerate(String name, String purpose) {
        var file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            var kept = Files.exists(file) ? Files.readString(file).strip() : "";
            if (!kept.isEmpty()) {
                return new Generated(name, purpose, kept, false);
            }
            Files.deleteIfExists(file);
            var value = generate();
            write(file, value);
            return new Generated(name, purpose, value, true);
        } catch (FileAlreadyExistsException e) { // another process was faster
            return readOrGenerate(name, purpose);
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + file + " can be neither read nor written", e);
        }
    }

    private String generate() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A file beside is moved into place once it is whole: a full disk leaves no empty secret. */
    private void write(Path file, String value) throws IOException {
        var half = Files.createTempFile(
                folder, file.getFileName().toString(), null); // its owner's only, from the beginning
        try {
            Files.writeString(half, value);
            Files.move(half, file);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** To the terminal of whoever started it and not to the log, which is kept and shipped. */
    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings("SystemOut")
    void print() {
        known.values().stream()
                .filter(Generated::fresh)
                .forEach(secret -> System.out.printf(
                        "%n  %s: %s%n  (shown once; kept in %s)%n",
                        secret.purpose(), secret.value(), folder.resolve(secret.name())));
    }
}
