package app.novelo.customer;

import app.novelo.platform.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Something that happens with customers. Each source answers only what the caller may see. */
public interface TimelineSource {

    /** @return what its entries are called; no two sources share it */
    String type();

    /** @return at most {@code span.limit} entries, in the span's order */
    List<Entry> entries(Caller caller, UUID customer, Span span);

    /**
     * Where to read from.
     *
     * @param at entries of this moment count if their {@code seq} lies beyond, too
     */
    record Span(Instant at, long seq, boolean newestFirst, int limit) {}

    /**
     * @param seq order among entries of one moment
     * @param content JSON as {@code docs/http-api.md} shows it
     */
    record Entry(Instant at, long seq, Object content) {}
}
