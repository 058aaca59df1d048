package app.novelo.exchange.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list holds, before anything is done with it.
 *
 * @param rows records behind the head
 * @param bad of them that cannot be taken
 * @param doubles of them whose number stands further above already
 * @param known of them, doubles aside, whose number a customer has
 * @param grants how many say that something is allowed, by its purpose
 * @param withoutSource of those, how many do not say how that is known: the source has then to be told
 * @param firstBad the first of them; all are in {@code errors.csv}
 * @param problems how often each thing is wrong, as {@code <field>.<problem>}
 */
record CustomerPreview(
        String encoding,
        String separator,
        List<CsvColumns.Column> columns,
        long rows,
        long bad,
        long doubles,
        long known,
        Map<String, Long> grants,
        long withoutSource,
        Map<String, Long> problems,
        List<Wrong> firstBad,
        List<Sample> samples) {

    /** @param line in the file, from 1 */
    record Wrong(long line, String field, String problem) {}

    /** The first good ones, as they will be. @param known a customer has this number */
    record Sample(
            String phone,
            @Nullable String name,
            @Nullable String language,
            @Nullable String segment,
            @Nullable String contract,
            @Nullable String owner,
            boolean known) {}
}
