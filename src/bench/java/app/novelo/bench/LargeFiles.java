package app.novelo.bench;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Files of nearly 100 MB, Meta's limit, that come at the pace of a good line. */
final class LargeFiles {

    static final long BYTES = 99L * 1024 * 1024;

    private static final int CHUNK = 64 * 1024;
    private static final String HEAD = "%PDF-1.7\n";

    /** 10 MB a second and file. */
    private static final long NANOS_PER_CHUNK = TimeUnit.SECONDS.toNanos(1) * CHUNK / (10L * 1024 * 1024);

    /** @return SHA-256 of each of them, in base64 */
    static String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (long at = 0; at < BYTES; at += CHUNK) {
                digest.update(chunk(at));
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] chunk(long at) {
        var chunk = new byte[(int) Math.min(CHUNK, BYTES - at)];
        if (at == 0) {
            var head = HEAD.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(head, 0, chunk, 0, head.length);
        }
        return chunk;
    }

    void give(HttpExchange exchange, String address) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().startsWith("/files/")) {
                stream(exchange);
            } else {
                describe(exchange, address);
            }
        }
    }

    private static void describe(HttpExchange exchange, String address) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var id = path.substring(path.lastIndexOf('/') + 1);
        var answer =
                "{\"messaging_product\":\"whatsapp\",\"url\":\"%s/files/%s\",\"mime_type\":\"application/pdf\",\"file_size\":\"%d\",\"id\":\"%s\"}"
                        .formatted(address, id, BYTES, id)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    private static void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/pdf");
        exchange.sendResponseHeaders(200, BYTES);
        var out = exchange.getResponseBody();
        long next = System.nanoTime();
        for (long at = 0; at < BYTES; at += CHUNK) {
            out.write(chunk(at));
            next += NANOS_PER_CHUNK;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }
}
