package app.novelo.channel.cost;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which markets of WhatsApp's price list a customer belongs to; {@code markets.csv} beside this class. */
@Component
class Markets {

    /** The rest of the world. */
    static final String OTHER = "Other";

    private static final int LONGEST_CODE = 4;

    private final Map<String, Country> byCode = new HashMap<>();
    private final Map<String, Country> byId = new HashMap<>();
    private final Map<String, String> names = new HashMap<>(Map.of("rest of world", OTHER, "turkiye", "Turkey"));

    /** @param name a list may price it by itself; @param market to which it belongs if not */
    private record Country(String name, String market) {

        List<String> markets() {
            return Stream.of(name, market, OTHER).distinct().toList();
        }
    }

    Markets() {
        CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(file()).stream()
                .forEach(row -> add(
                        row.getField("country"),
                        row.getField("codes"),
                        new Country(row.getField("name"), row.getField("market"))));
    }

    private void add(String id, String codes, Country country) {
        byId.put(id, country);
        Stream.of(codes.split(" ")).filter(code -> !code.isEmpty()).forEach(code -> byCode.put(code, country));
        country.markets().forEach(name -> names.put(plain(name), name));
    }

    /**
     * @param phone digits with the calling code
     * @param userId begins with the country; asked where the number is hidden
     * @return the most particular first; empty if neither is known
     */
    List<String> of(@Nullable String phone, @Nullable String userId) {
        if (phone == null && userId == null) {
            return List.of();
        }
        return country(phone, userId).map(Country::markets).orElse(List.of(OTHER));
    }

    private Optional<Country> country(@Nullable String phone, @Nullable String userId) {
        if (phone == null) {
            return Optional.ofNullable(byId.get(String.valueOf(userId).split("\\.", 2)[0]));
        }
        for (int length = Math.min(LONGEST_CODE, phone.length()); length > 0; length--) {
            var country = byCode.get(phone.substring(0, length));
            if (country != null) {
                return Optional.of(country);
            }
        }
        return Optional.empty();
    }

    /** @return a market or country as the list calls it, capitals and accents aside; empty if there is none of that name */
    Optional<String> named(String name) {
        return Optional.ofNullable(names.get(plain(name)));
    }

    private static String plain(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return letters.toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replace(" and ", " & ")
                .strip();
    }

    private static String file() {
        try {
            return new ClassPathResource("markets.csv", Markets.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
