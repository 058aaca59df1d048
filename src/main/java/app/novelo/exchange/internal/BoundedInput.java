package app.novelo.exchange.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a stream that is longer than it may be, whatever its file says of its length. */
final class BoundedInput extends FilterInputStream {

    private final long most;
    private final String problem;
    private long read;

    /** @param problem a word of {@code docs/http-api.md} */
    BoundedInput(InputStream in, long most, String problem) {
        super(in);
        this.most = most;
        this.problem = problem;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long count = super.skip(bytes);
        count(count);
        return count;
    }

    private void count(long more) {
        read += more;
        if (read > most) {
            throw new FileRefused(problem, "more than " + most + " bytes");
        }
    }
}
