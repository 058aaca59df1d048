package app.novelo.bench;

import java.util.List;

/**
 * How long lists of our API take, one call after the other.
 *
 * @param calls of each
 */
record Lists(Scene scene, int calls) {

    /** @param paths below {@code /api/v1/} */
    void measure(List<String> paths) throws InterruptedException {
        for (var path : paths) {
            call(path); // warm
            var result = call(path);
            scene.report()
                    .fact(
                            "list, " + path,
                            "p50 / p95 / p99 " + result.latencies() + " ms, " + result.refused() + " refused");
        }
    }

    private Load.Result call(String path) throws InterruptedException {
        return scene.application().load(1).closed(calls, (http, n) -> http.call(
                        "GET", "/api/v1/" + path, Application.ADMINISTRATOR, new byte[0])
                .status());
    }
}
