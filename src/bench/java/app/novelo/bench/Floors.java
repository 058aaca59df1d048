package app.novelo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** What the same work costs without Novelo, on the same PostgreSQL in the same run, while the application idles. */
record Floors(Scene scene, Path work) {

    private static final String DATABASE = "floor";

    void idle() throws InterruptedException {
        var before = scene.cpu();
        Thread.sleep(10_000);
        var each = scene.cpu().since(before).per(10);
        scene.report().cpu("idle, a second", 10, each, "", "", 1, "is part of every figure");
    }

    /** @param acknowledged webhooks a second that Novelo took in the same run */
    void insertOnly(int warmUp, int number, double acknowledged)
            throws IOException, SQLException, InterruptedException {
        scene.server().recreate(DATABASE);
        var folder = Files.createDirectories(work.resolve("insert-only"));
        int port = freePort();
        var process = InsertOnly.start(port, scene.server(), folder);
        try {
            awaitDoor(port);
            var load = new Load(port, 16);
            load.closed(warmUp, Acknowledging::post);
            var before = Cpu.of(process.pid(), scene.server()::pid);
            var closed = load.closed(number, Acknowledging::post);
            var each = Cpu.of(process.pid(), scene.server()::pid).since(before).per(number);
            scene.report()
                    .cpu(
                            "floor: insert only, 16 connections",
                            number,
                            each,
                            "",
                            closed.latencies(),
                            closed.perSecond(),
                            ratio(acknowledged, closed.perSecond()));
        } finally {
            process.stop();
        }
    }

    private static String ratio(double acknowledged, double floor) {
        return acknowledged == 0
                ? ""
                : String.format(Locale.ROOT, "acknowledging reaches %.2f of it; goal ≥ 0.7", acknowledged / floor);
    }

    private static void awaitDoor(int port) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            try (var http = new Http(port)) {
                Webhook.nothing().post(http);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the floor's door does not open");
    }

    void bareEngine(int warmUp, int number) throws IOException, SQLException, InterruptedException {
        scene.server().recreate(DATABASE);
        var command = List.of(
                ChildProcess.java(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                BareEngine.class.getName(),
                scene.server().url(DATABASE),
                "novelo",
                scene.server().password(),
                Path.of("").toAbsolutePath().toString(),
                Integer.toString(warmUp),
                Integer.toString(number));
        var process = new ProcessBuilder(command)
                .redirectError(work.resolve("bare-engine.log").toFile())
                .start();
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            await(said, "warm");
            var before = Cpu.of(process.pid(), scene.server()::pid);
            long began = System.nanoTime();
            next(process);
            await(said, "done");
            double seconds = (System.nanoTime() - began) / 1e9;
            var each = Cpu.of(process.pid(), scene.server()::pid).since(before).per(number);
            scene.report()
                    .cpu(
                            "floor: bare engine, the shipped models",
                            number,
                            each,
                            "≤ 18",
                            "",
                            number / seconds,
                            "start to task, 4 threads, history activity");
            next(process);
        } finally {
            process.destroy();
        }
    }

    private static void next(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    private static void await(BufferedReader said, String word) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(word)) {
                return;
            }
        }
        throw new IOException("the bare engine ended; see bare-engine.log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
