package app.novelo.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;

/** Knows one kind of import. */
interface Importer {

    ImportKind kind();

    /**
     * Looks a file through and does nothing with it.
     *
     * @return what people see before they decide
     * @throws FileRefused if it cannot be imported
     */
    Object look(ImportRow row, Path file) throws IOException;

    /**
     * Checks what somebody has decided.
     *
     * @return what {@link #run} goes by
     * @throws app.novelo.platform.BadRequest naming the field that cannot be so, or is missing
     */
    Object choices(ImportRow row, JsonNode asked);

    /** Takes in the next portion behind the row's position, in the open transaction; a portion may come again. */
    Portion run(ImportRow row, Path file) throws IOException;

    /** What else belongs to it is forgotten, after it has ended or was given up. */
    default void forget(ImportRow row, Path file) throws IOException {}

    /** @param position how many records are done now */
    record Portion(long position, Object report, boolean done) {}
}
