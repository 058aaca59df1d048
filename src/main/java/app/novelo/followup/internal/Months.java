package app.novelo.followup.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Months as people write them, without accents. */
final class Months {

    private static final List<List<String>> ALL = List.of(
            List.of("janeiro", "january", "enero", "jan"),
            List.of("fevereiro", "february", "febrero", "fev", "feb"),
            List.of("marco", "march", "marzo", "mar"),
            List.of("abril", "april", "abr", "apr"),
            List.of("maio", "may", "mayo", "mai"),
            List.of("junho", "june", "junio", "jun"),
            List.of("julho", "july", "julio", "jul"),
            List.of("agosto", "august", "ago", "aug"),
            List.of("setembro", "september", "septiembre", "set", "sep"),
            List.of("outubro", "october", "octubre", "out", "oct"),
            List.of("novembro", "november", "noviembre", "nov"),
            List.of("dezembro", "december", "diciembre", "dez", "dec", "dic"));

    private static final Map<String, Integer> NUMBERS = IntStream.range(0, ALL.size())
            .boxed()
            .flatMap(month -> ALL.get(month).stream().map(name -> Map.entry(name, month + 1)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    static final String NAMES = names(ALL.stream().flatMap(List::stream));

    /** Before the day only English writes them. */
    static final String ENGLISH = names(
            ALL.stream().flatMap(month -> Stream.of(month.get(1), month.get(1).substring(0, 3))));

    private static String names(Stream<String> names) {
        return names.distinct()
                .sorted((one, other) -> other.length() - one.length())
                .collect(Collectors.joining("|", "(", ")"));
    }

    static int of(String name) {
        return NUMBERS.getOrDefault(name, 0);
    }

    private Months() {}
}
