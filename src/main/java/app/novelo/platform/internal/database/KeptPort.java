package app.novelo.platform.internal.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port of the embedded server: chosen once, kept in a file, given up only while somebody else sits on it. */
record KeptPort(Path file) {

    private static final Logger log = LoggerFactory.getLogger(KeptPort.class);

    /** Below the range that operating systems hand out to outgoing connections (Linux: from 32768). */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 29_999;

    int choose() throws IOException {
        var kept = read();
        if (kept != 0 && isFree(kept)) {
            return kept;
        }
        var chosen = ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST + 1)
                .filter(KeptPort::isFree)
                .findFirst()
                .orElseThrow();
        if (kept != 0) {
            log.warn("Another program uses port {}; PostgreSQL moves to port {}", kept, chosen);
        }
        Files.writeString(file, Integer.toString(chosen));
        return chosen;
    }

    /** The kept port, or 0 if there is none yet or the file is damaged. */
    private int read() throws IOException {
        var text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.matches("[0-9]{4,5}") ? Math.min(Integer.parseInt(text), 65_535) : 0;
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
