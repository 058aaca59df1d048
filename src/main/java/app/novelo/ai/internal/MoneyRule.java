package app.novelo.ai.internal;

import app.novelo.ai.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Amounts: {@code R$ 1.234,56}, {@code R$ 5 mil}, {@code 200 reais}, {@code US$ 99.90}, {@code 30 euros}. */
final class MoneyRule implements EntityRule {

    private static final String NUMBER =
            "(\\d{1,3}(?:[.,]\\d{3}){1,4}(?:[.,]\\d{1,2})?|\\d{1,12}(?:[.,]\\d{1,2})?)(?![\\d])";
    private static final String SCALE = "(?:\\s?(mil|k|milh[aã]o|milh[oõ]es|millones|mill[oó]n|million|mi)\\b)?";
    private static final Pattern SIGN_FIRST =
            Pattern.compile("(?iu)(?<![\\w$])(R\\$|US\\$|U\\$|BRL|USD|EUR|\\$|€)\\s?" + NUMBER + SCALE);
    private static final Pattern NAME_LAST = Pattern.compile("(?iu)(?<![\\w.,$/-])" + NUMBER + SCALE
            + "\\s?(?:de\\s)?(reais|real|conto|contos|pila|d[oó]lares|dollars|bucks|euros|pesos|brl|usd|eur)\\b");
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("US$", "USD"),
            Map.entry("U$", "USD"),
            Map.entry("USD", "USD"),
            Map.entry("DÓLARES", "USD"),
            Map.entry("DOLARES", "USD"),
            Map.entry("DOLLARS", "USD"),
            Map.entry("BUCKS", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("EUR", "EUR"),
            Map.entry("EUROS", "EUR"));
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @Override
    public Stream<Entity> in(String text) {
        EntityRule first = EntityRule.pattern("money", SIGN_FIRST, 0, match -> normalized(match, 1, 2, 3));
        EntityRule last = EntityRule.pattern("money", NAME_LAST, 0, match -> normalized(match, 3, 1, 2));
        return Stream.concat(first.in(text), last.in(text));
    }

    private static Optional<String> normalized(MatchResult match, int currency, int number, int scale) {
        var name = match.group(currency).toUpperCase(Locale.ROOT);
        // A bare "$" and pesos are ambiguous: the company's own currency and the sign's countries are unknown here.
        var code = name.equals("$") || name.equals("PESOS") ? "$" : CURRENCIES.getOrDefault(name, "BRL");
        var amount = amount(match.group(number)).multiply(factor(match.group(scale)));
        return Optional.of(code + ' ' + amount.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    /** The last separator is the decimal one if one or two digits follow it; all others only group. */
    private static BigDecimal amount(String number) {
        int separator = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        if (separator < 0 || number.length() - separator > 3) {
            return new BigDecimal(number.replaceAll("[.,]", ""));
        }
        return new BigDecimal(
                number.substring(0, separator).replaceAll("[.,]", "") + '.' + number.substring(separator + 1));
    }

    private static BigDecimal factor(@org.jspecify.annotations.Nullable String scale) {
        if (scale == null) {
            return BigDecimal.ONE;
        }
        var name = scale.toLowerCase(Locale.ROOT);
        return name.equals("mil") || name.equals("k") ? THOUSAND : MILLION;
    }
}
