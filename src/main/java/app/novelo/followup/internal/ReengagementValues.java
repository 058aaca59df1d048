package app.novelo.followup.internal;

import app.novelo.conversation.TextValues;
import app.novelo.platform.NoveloSettings;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was told with an event, as the customer's language writes it. */
@Component
class ReengagementValues implements TextValues {

    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";
    static final String DUE_DATE = "dueDate";
    static final String LINK = "link";

    /** Countries whose way of writing goes with a language that says no country. */
    private static final Map<String, Locale> LOCALES =
            Map.of("pt", Locale.forLanguageTag("pt-BR"), "en", Locale.UK, "es", Locale.forLanguageTag("es-ES"));

    private final ReengagementRows rows;
    private final NoveloSettings settings;

    ReengagementValues(ReengagementRows rows, NoveloSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    @Override
    public Map<String, String> of(String businessKey, @Nullable String language) {
        return businessKey.startsWith(ReengagementProcess.PREFIX)
                ? rows.find(businessKey)
                        .map(found -> written(found.event(), locale(language)))
                        .orElse(Map.of())
                : Map.of();
    }

    private static Map<String, String> written(ReengagementEvent event, Locale locale) {
        var values = new HashMap<String, String>();
        values.put("subject", event.subject());
        var said = event.said();
        Optional.ofNullable(said.get(AMOUNT))
                .ifPresent(amount -> values.put(AMOUNT, money(amount, said.get(CURRENCY), locale)));
        Optional.ofNullable(said.get(DUE_DATE)).ifPresent(date -> values.put(DUE_DATE, day(date, locale)));
        Optional.ofNullable(said.get(LINK)).ifPresent(link -> values.put(LINK, link));
        return values;
    }

    private static String money(String amount, @Nullable String currency, Locale locale) {
        var format =
                currency == null ? NumberFormat.getNumberInstance(locale) : NumberFormat.getCurrencyInstance(locale);
        if (currency != null) {
            format.setCurrency(Currency.getInstance(currency));
        }
        format.setMinimumFractionDigits(2);
        return format.format(new BigDecimal(amount)).replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    /** With the month in words: 1/2 is one day here and another there. */
    private static String day(String date, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(LocalDate.parse(date));
    }

    private Locale locale(@Nullable String language) {
        var spoken = language == null ? settings.language() : Locale.forLanguageTag(language);
        return LOCALES.getOrDefault(spoken.getLanguage(), settings.language());
    }
}
