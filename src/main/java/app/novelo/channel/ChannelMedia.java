package app.novelo.channel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Fetches and hands over files of one kind of channel. Blocks; never called inside a transaction. */
public interface ChannelMedia {

    String channel();

    /**
     * Opens the bytes of a file.
     *
     * @param from first byte wanted: what an earlier attempt has already got
     * @throws MediaUnavailable if the channel refuses, or its address may not be called
     * @throws IOException if the connection fails
     */
    Download open(Line line, MediaReference reference, long from) throws IOException, MediaUnavailable;

    /**
     * Hands a file over to be sent.
     *
     * @return the channel's id of it, or why not: {@link SendOutcome.Accepted} carries the id
     */
    SendOutcome upload(Line line, Upload upload);

    /**
     * Bytes that are being fetched.
     *
     * @param from position of the first of them; less than what was asked for if the channel cannot go on in the middle
     * @param size of the whole file as the channel claims it; -1 if it does not tell
     */
    record Download(InputStream bytes, long from, long size, @Nullable String mimeType, @Nullable String sha256)
            implements AutoCloseable {

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /** A file of ours, as the channel wants to have it. */
    record Upload(Path file, String mimeType, String filename) {}
}
