package app.novelo.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Novelo under test: the packaged jar, all compilers on, in a process and a data folder of its own. */
final class Application {

    private static final String PASSWORD = "bench-bench-bench";
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    static final Map<String, String> ADMINISTRATOR = Map.of(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)),
            "Content-Type",
            "application/json");

    private final Path jar;
    private final Path data;
    private final Map<String, String> environment = new HashMap<>();
    private final int port;
    private ChildProcess process;

    Application(Path jar, Path data, String graph) throws IOException {
        this.jar = jar;
        this.data = data;
        Files.createDirectories(data);
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        environment.putAll(Map.of(
                "SERVER_PORT",
                Integer.toString(port),
                "SERVER_ADDRESS",
                "127.0.0.1",
                "NOVELO_DATA_DIR",
                data.toString(),
                "NOVELO_ADMIN_USER",
                "admin",
                "NOVELO_ADMIN_PASSWORD",
                PASSWORD,
                "WHATSAPP_APP_SECRET",
                Webhook.SECRET,
                "WHATSAPP_ACCESS_TOKEN",
                "bench-token",
                "WHATSAPP_PHONE_NUMBER_ID",
                Webhook.PHONE_NUMBER_ID,
                "WHATSAPP_BUSINESS_ACCOUNT_ID",
                "900000000000001",
                "WHATSAPP_API_BASE_URL",
                graph));
    }

    Application on(PostgresServer server) {
        environment.put("NOVELO_DATABASE_URL", server.url("novelo"));
        environment.put("NOVELO_DATABASE_USER", "novelo");
        environment.put("NOVELO_DATABASE_PASSWORD", server.password());
        return this;
    }

    /** @return milliseconds until it stores webhooks */
    long start() throws IOException, InterruptedException {
        return start("-Xmx1g");
    }

    long start(String... jvm) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var command = new ArrayList<>(List.of(ChildProcess.java()));
        command.addAll(List.of(jvm));
        command.addAll(List.of("-jar", jar.toString()));
        process = ChildProcess.start(command, environment, data.resolve("novelo.log"));
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("Novelo does not start; see " + process.log());
            }
            Thread.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private boolean isReady() {
        try (var http = new Http(port)) {
            return Webhook.nothing().post(http) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks the API as administrator. */
    Http.Answer get(String path) throws IOException {
        try (var http = new Http(port)) {
            return http.call("GET", path, ADMINISTRATOR, new byte[0]);
        }
    }

    Http.Answer post(String path, String json) throws IOException {
        try (var http = new Http(port)) {
            return http.call("POST", path, ADMINISTRATOR, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    Cpu cpu(PostgresServer server) {
        return Cpu.of(process.pid(), server::pid);
    }

    /** Megabytes of memory that the process holds. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    PostgresServer embedded() {
        return PostgresServer.embeddedIn(data);
    }

    /** Folder of the PostgreSQL programs that it has unpacked. */
    Path postgresPrograms() throws IOException {
        try (var files = Files.list(data.resolve("postgresql"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("bin-"))
                    .findFirst()
                    .orElseThrow()
                    .resolve("bin");
        }
    }

    Load load(int connections) {
        return new Load(port, connections);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    void stop() throws InterruptedException {
        if (process != null) {
            process.stop();
        }
    }
}
