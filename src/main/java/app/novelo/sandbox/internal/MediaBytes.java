package app.novelo.sandbox.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Hands the bytes of a file out, or fails to as a fault demands. */
@SandboxOnly
@Component
class MediaBytes {

    private static final Set<FaultKind> FAULTS =
            EnumSet.of(FaultKind.MEDIA_EXPIRED, FaultKind.MEDIA_SLOW, FaultKind.MEDIA_CUT, FaultKind.MEDIA_WRONG_HASH);
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-");
    private static final int BUFFER = 16 << 10;

    private final GraphFiles files;
    private final Faults faults;
    private final Patience patience;

    MediaBytes(GraphFiles files, Faults faults, Patience patience) {
        this.files = files;
        this.faults = faults;
        this.patience = patience;
    }

    void write(GraphFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (faults.awaits(FaultKind.MEDIA_GONE, file.phoneDigits())) { // else nobody would ask for its id
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var fault = faults.next(FAULTS, file.phoneDigits());
        if (is(fault, FaultKind.MEDIA_EXPIRED)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (is(fault, FaultKind.MEDIA_SLOW)) {
            patience.waitFor(fault.orElseThrow().delay());
        }
        long from = from(request, file.size());
        head(file, from, response);
        try (var bytes = Files.newInputStream(files.path(file))) {
            bytes.skipNBytes(from);
            body(bytes, file.size() - from, fault, request, response);
        }
    }

    private static long from(HttpServletRequest request, long size) {
        var range = Optional.ofNullable(request.getHeader("Range")).orElse("");
        var matcher = RANGE.matcher(range);
        long from = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
        return from < size ? from : 0;
    }

    private static void head(GraphFile file, long from, HttpServletResponse response) {
        if (from > 0) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes %d-%d/%d".formatted(from, file.size() - 1, file.size()));
        }
        response.setContentType(file.mimeType());
        response.setContentLengthLong(file.size() - from);
    }

    private static void body(
            InputStream bytes,
            long length,
            Optional<Fault> fault,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var out = response.getOutputStream();
        if (is(fault, FaultKind.MEDIA_CUT)) {
            copy(bytes, length / 2, out);
            response.flushBuffer();
            request.setAttribute(CuttingValve.CUT, true);
            return;
        }
        if (is(fault, FaultKind.MEDIA_WRONG_HASH) && length > 0) {
            out.write(bytes.read() ^ 1);
            length--;
        }
        copy(bytes, length, out);
    }

    private static void copy(InputStream bytes, long length, OutputStream out) throws IOException {
        var buffer = new byte[BUFFER];
        for (long left = length; left > 0; ) {
            int read = bytes.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                return;
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static boolean is(Optional<Fault> fault, FaultKind kind) {
        return fault.isPresent() && fault.get().kind() == kind;
    }
}
