package app.novelo.media.internal;

import app.novelo.media.MediaStore.Draft;
import app.novelo.media.MediaStore.StoreUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** A draft beside the file that it is to become; the lock keeps a second writer away, in this process and in others. */
final class FileDraft implements Draft {

    private static final int BUFFER = 64 << 10;

    /** Bytes. One flush of a whole large file would keep the database's many small ones waiting. */
    private static final int FLUSHED_EVERY = 1 << 20;

    private final Path draft;
    private final Path file;
    private final FileChannel channel;
    private MessageDigest digest = newDigest();
    private long size;
    private int unflushed;

    private FileDraft(Path draft, Path file, FileChannel channel) {
        this.draft = draft;
        this.file = file;
        this.channel = channel;
    }

    static FileDraft open(Path draft, Path file, FileAttribute<?>[] permissions) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var channel = FileChannel.open(draft, options, permissions);
        try {
            if (channel.tryLock() == null) {
                throw new StoreUnavailable("another node writes this file", null);
            }
            if (!Files.exists(draft)) {
                throw new StoreUnavailable("another node has just kept this file", null);
            }
            var opened = new FileDraft(draft, file, channel);
            opened.readWhatIsThere();
            return opened;
        } catch (IOException e) {
            channel.close();
            throw e;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new StoreUnavailable("another thread writes this file", e);
        }
    }

    /** The hash is of all bytes, also of those that an earlier attempt wrote. */
    private void readWhatIsThere() throws IOException {
        var buffer = ByteBuffer.allocate(BUFFER);
        while (channel.read(buffer) >= 0) {
            size += buffer.position();
            digest.update(buffer.flip());
            buffer.clear();
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void write(byte[] bytes, int length) throws StoreUnavailable {
        try {
            var left = ByteBuffer.wrap(bytes, 0, length);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            flushSometimes(length);
        } catch (IOException e) {
            throw new StoreUnavailable("the disk does not take it", e);
        }
        digest.update(bytes, 0, length);
        size += length;
    }

    private void flushSometimes(int length) throws IOException {
        unflushed += length;
        if (unflushed >= FLUSHED_EVERY) {
            channel.force(false);
            unflushed = 0;
        }
    }

    @Override
    public void restart() throws StoreUnavailable {
        try {
            channel.truncate(0);
        } catch (IOException e) {
            throw new StoreUnavailable("the draft cannot be emptied", e);
        }
        digest = newDigest();
        size = 0;
    }

    @Override
    public String sha256() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own SHA-256 can be cloned", e);
        }
    }

    @Override
    public Path path() {
        return draft;
    }

    @Override
    public Path keep() throws StoreUnavailable {
        try {
            channel.force(true);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceName();
            return file;
        } catch (IOException e) {
            throw new StoreUnavailable("the file cannot be put in its place", e);
        }
    }

    /** After a power cut the file would else lie under its old name, or none. Windows opens no folder, and needs not. */
    private void forceName() throws IOException {
        if (FolderStore.POSIX) {
            try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    @Override
    public void close() throws StoreUnavailable {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreUnavailable("the draft cannot be closed", e);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
