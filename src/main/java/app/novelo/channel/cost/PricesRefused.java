package app.novelo.channel.cost;

import app.novelo.platform.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A list of prices with lines that cannot be read; nothing of it was taken. */
final class PricesRefused extends Problem {

    private static final long serialVersionUID = 1;

    /** A file of another kind is wrong in every line. */
    private static final int TOLD = 100;

    /**
     * @param line in the file, counted from 1
     * @param column as its head calls it; empty if the whole line is wrong
     */
    record Fault(int line, String column, String problem) {}

    PricesRefused(List<Fault> faults) {
        super(
                HttpStatus.BAD_REQUEST,
                "prices-refused",
                "Lines that cannot be read: " + faults.size() + "; the list is taken as a whole or not at all",
                Map.of("errors", List.copyOf(faults.subList(0, Math.min(TOLD, faults.size())))));
    }

    PricesRefused(int line, String problem) {
        this(List.of(new Fault(line, "", problem)));
    }
}
