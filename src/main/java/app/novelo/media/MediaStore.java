package app.novelo.media;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the bytes of files, outside the database. A file comes into being as a draft that may grow over several attempts,
 * and is kept at once and whole. Nodes that share work must share the folder.
 */
public interface MediaStore {

    /**
     * Goes on with a file's draft, or begins one.
     *
     * @throws StoreUnavailable if somebody else is at it, or there is no room
     */
    Draft draft(UUID id) throws StoreUnavailable;

    /** @return where the file lies, if it is kept; to be read only */
    Optional<Path> find(UUID id);

    /** @return where the file's small picture lies */
    Optional<Path> thumbnail(UUID id);

    /**
     * Forgets the file with everything that belongs to it.
     *
     * @return false if some of it is still there
     */
    boolean delete(UUID id);

    /** @return drafts that nobody has touched for so long, by the computer's own time: their writer gave up, or was killed */
    List<UUID> draftsUntouchedFor(Duration age);

    /** Forgets a draft, unless somebody is at it. A file that is kept stays. */
    void drop(UUID draft);

    /** A file that is not whole yet. Closing it leaves what was written for the next attempt. */
    interface Draft extends Closeable {

        /** Bytes that are held of a stream. */
        int BUFFER = 64 << 10;

        /** @return bytes that are there */
        long size();

        /** Appends. @throws StoreUnavailable if the disk does not take them */
        void write(byte[] bytes, int length) throws StoreUnavailable;

        /** Appends all that there is. @throws StoreUnavailable if the disk does not take it */
        default void write(InputStream bytes) throws IOException {
            var buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                write(buffer, read);
            }
        }

        /** Drops what is there. */
        void restart() throws StoreUnavailable;

        /** @return SHA-256 of all bytes, lower-case hexadecimal */
        String sha256();

        /** @return the draft's own file, while it is open */
        Path path();

        /** The draft becomes the file: on the disk before this returns. */
        Path keep() throws StoreUnavailable;

        @Override
        void close() throws StoreUnavailable;
    }

    /** The disk is full or broken, or somebody else writes: later perhaps. */
    final class StoreUnavailable extends IOException {

        private static final long serialVersionUID = 1;

        public StoreUnavailable(String message, @org.jspecify.annotations.Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
