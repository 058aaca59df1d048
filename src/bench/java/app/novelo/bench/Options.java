package app.novelo.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What to do and how much of it.
 *
 * @param warmUp rounds before anything counts; the goals are meant after 3,000
 * @param warmUpSeconds after which the warm-up ends however far it came: a slow machine must not take an hour
 * @param measured rounds of each measure
 * @param kills how often each process is killed
 * @param only parts to run, all if empty
 */
record Options(int warmUp, int warmUpSeconds, int measured, int kills, Set<String> only, Path jar, Path work) {

    static Options of(String... arguments) {
        var given = List.of(arguments);
        boolean quick = given.contains("--quick");
        return new Options(
                number(given, "--warm-up=", quick ? 200 : 3_000),
                number(given, "--warm-up-seconds=", 180),
                number(given, "--measured=", quick ? 200 : 500),
                number(given, "--kills=", quick ? 1 : 2),
                Set.copyOf(Arrays.asList(text(given, "--only=", "").split(","))),
                Path.of(text(given, "--jar=", "target/novelo-0.1.0-SNAPSHOT.jar"))
                        .toAbsolutePath(),
                Path.of(text(given, "--work=", "target/bench")).toAbsolutePath());
    }

    boolean runs(String part) {
        return only.contains("") || only.contains(part);
    }

    private static int number(List<String> given, String name, int otherwise) {
        return Integer.parseInt(text(given, name, Integer.toString(otherwise)));
    }

    private static String text(List<String> given, String name, String otherwise) {
        return given.stream()
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst()
                .orElse(otherwise);
    }
}
