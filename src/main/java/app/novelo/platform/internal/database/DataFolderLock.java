package app.novelo.platform.internal.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second Novelo out of the data folder; the operating system gives it back however this process ends. */
final class DataFolderLock implements AutoCloseable {

    /** POSIX drops a process's locks on a file when it closes any of its descriptors: never open the file twice here. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** Far behind the text: Windows lets nobody read a locked region, and the other process must read our number. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path file;
    private final FileChannel channel;

    private DataFolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DataFolderLock take(DataFolder folder) throws IOException {
        var file = folder.lockFile();
        var self = Long.toString(ProcessHandle.current().pid());
        if (!HELD.add(file)) {
            throw inUse(folder, self);
        }
        try {
            var lock = new DataFolderLock(file, lock(folder));
            lock.sign(self);
            return lock;
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel lock(DataFolder folder) throws IOException {
        var channel = FileChannel.open(
                folder.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock(LOCKED_BYTE, 1, false) != null) {
            return channel;
        }
        try (channel) {
            throw inUse(folder, signature(channel));
        }
    }

    private void sign(String process) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static String signature(FileChannel channel) throws IOException {
        var text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
    }

    private static DatabaseUnavailable inUse(DataFolder folder, String process) {
        return new DatabaseUnavailable(
                "Another Novelo, process %s, uses the data folder %s.".formatted(process, folder.root()),
                "Stop that process first, or give this one a folder of its own with NOVELO_DATA_DIR. Several nodes "
                        + "share one external PostgreSQL (NOVELO_DATABASE_URL), never a data folder.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(file);
        }
    }
}
