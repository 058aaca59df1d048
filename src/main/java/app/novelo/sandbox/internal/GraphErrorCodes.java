package app.novelo.sandbox.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * Titles and HTTP statuses of the error codes, from {@code graph-errors.csv} beside this class.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">Meta, Error codes</a>
 */
final class GraphErrorCodes {

    /** @param details what goes with the code unless the cause says more */
    record Known(int code, int httpStatus, String title, String details) {}

    private static final String SEPARATOR = "\\s*\\|\\s*";

    /** Codes that Meta marks as passing. */
    private static final Set<Integer> TRANSIENT = Set.of(1, 2, 131016, 133004, 2494100);

    private static final Map<Integer, Known> KNOWN =
            read().stream().collect(Collectors.toMap(Known::code, Function.identity()));
    private static final Known ANY = new Known(0, 400, "Something went wrong", "A fault that was asked for");

    private GraphErrorCodes() {}

    private static List<Known> read() {
        try {
            return new ClassPathResource("graph-errors.csv", GraphErrorCodes.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(GraphErrorCodes::known)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Known known(String line) {
        var cells = line.split(SEPARATOR);
        return new Known(Integer.parseInt(cells[0].trim()), Integer.parseInt(cells[1]), cells[2], cells[3]);
    }

    /** @return all codes, smallest first */
    static List<Known> all() {
        return KNOWN.values().stream()
                .sorted((one, other) -> Integer.compare(one.code(), other.code()))
                .toList();
    }

    static String title(int code) {
        return KNOWN.getOrDefault(code, ANY).title();
    }

    static String details(int code) {
        return KNOWN.getOrDefault(code, ANY).details();
    }

    static int httpStatus(int code) {
        return KNOWN.getOrDefault(code, ANY).httpStatus();
    }

    static boolean isTransient(int code) {
        return TRANSIENT.contains(code);
    }
}
