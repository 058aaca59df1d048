package app.novelo.channel.whatsapp;

import app.novelo.channel.Billing;
import app.novelo.channel.Billing.Payment;
import app.novelo.channel.Billings;
import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.platform.Remembered;
import app.novelo.platform.Wakeups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who pays, as Meta told when the account was read last. */
@Component
class StoredBillings implements Billings {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final JdbcClient jdbc;
    private final Remembered<Map<String, Billing>> known;

    StoredBillings(JdbcClient jdbc, Wakeups wakeups) {
        this.jdbc = jdbc;
        this.known = new Remembered<>(wakeups, Lines.CHANGED, this::read);
    }

    @Override
    public Billing of(Line line) {
        return known.get().getOrDefault(line.accountId(), Billing.UNKNOWN);
    }

    private Map<String, Billing> read() {
        return jdbc
                .sql("select id, currency, timezone, funded from channel.account")
                .query((row, n) -> Map.entry(row.getString("id"), billing(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Billing billing(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Billing(
                currency != null && CURRENCY.matcher(currency).matches() ? currency : null,
                TimeZones.of(row.getString("timezone")),
                payment((Boolean) row.getObject("funded")));
    }

    private static Payment payment(@Nullable Boolean funded) {
        if (funded == null) {
            return Payment.UNKNOWN;
        }
        return funded ? Payment.PRESENT : Payment.MISSING;
    }
}
