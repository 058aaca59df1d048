package app.novelo.customer.internal;

import app.novelo.platform.NoveloSettings;
import java.sql.Types;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * By what people look for customers, as conditions on {@code customer.customer c}. Unions, as an index serves each part and
 * none serves an "or".
 */
@Component
class SearchTerms {

    static final String OF_PHONE =
            """
            and c.id in (
              select customer from customer.identity where kind = 'PHONE' and key = :phone
              union select customer from customer.identity where kind = 'PHONE' and customer.plain(value) like :digits)
            """;

    static final String OF_TEXT =
            """
            and c.id in (
              select id from customer.customer where customer.plain(name) like :part
              union select customer from customer.identity where kind = 'USERNAME' and customer.plain(value) like :part
              union select customer from customer.identity where kind = 'PHONE' and customer.plain(value) like :textDigits
              union select customer from customer.identity where kind = 'PHONE' and key = :textPhone)
            """;

    /** Fewer digits are found in too many numbers to mean one. */
    private static final int FEWEST_DIGITS = 4;

    private final JdbcClient jdbc;
    private final NoveloSettings settings;

    SearchTerms(JdbcClient jdbc, NoveloSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @return parameters of both conditions */
    Map<String, SqlParameterValue> parameters(@Nullable String phone, @Nullable String written) {
        var text = written == null ? null : written.strip();
        return Map.of(
                "phone", value(phone == null ? null : key(phone)),
                "digits", value(digits(phone)),
                "part", value(part(text)),
                "textDigits", value(digits(text)),
                "textPhone", value(text == null ? null : key(text)));
    }

    private static SqlParameterValue value(@Nullable String text) {
        return new SqlParameterValue(Types.VARCHAR, text);
    }

    private String key(String phone) {
        return PhoneKey.ofDialled(phone, settings.language().getCountry());
    }

    private @Nullable String part(@Nullable String text) {
        return text == null
                ? null
                : jdbc.sql(
                                "select '%' || replace(replace(replace(customer.plain(?), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'")
                        .param(text.startsWith("@") ? text.substring(1) : text)
                        .query(String.class)
                        .single();
    }

    /** Any part of a number; a name with a digit in it is none. */
    private static @Nullable String digits(@Nullable String written) {
        if (written == null || !PhoneKey.isWrittenLikeOne(written)) {
            return null;
        }
        var digits = written.replaceAll("[^0-9]", "");
        return digits.length() < FEWEST_DIGITS ? null : "%" + digits + "%";
    }
}
