package app.novelo.platform.internal.security;

import app.novelo.platform.GeneratedSecrets;
import app.novelo.platform.NoveloSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    public List<Generated> all() {
        return List.copyOf(known.values());
    }

    private Generated readOrGenerate(String name, String purpose) {
        var file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                var value = generate();
                write(file, value);
                return new Generated(name, purpose, value, true);
            }
            return new Generated(name, purpose, Files.readString(file).strip(), false);
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

    /** Created with its mode, so that it is at no moment readable by others. */
    private static void write(Path file, String value) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, ownerOnly)) {
            channel.write(java.nio.ByteBuffer.wrap(value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
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
