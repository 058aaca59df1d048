package app.novelo.channel.cost;

import app.novelo.channel.Billing;
import app.novelo.channel.Billings;
import app.novelo.channel.Cost;
import app.novelo.channel.Line;
import app.novelo.platform.Sql;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a line has sent in a month, and what is left of its free messages. */
@Component
class AllowanceViews {

    private final JdbcClient jdbc;
    private final Billings billings;
    private final Allowance allowance;
    private final Clock clock;

    AllowanceViews(JdbcClient jdbc, Billings billings, Allowance allowance, Clock clock) {
        this.jdbc = jdbc;
        this.billings = billings;
        this.allowance = allowance;
        this.clock = clock;
    }

    /** @param month null: the present one */
    AllowanceView of(Line line, @Nullable YearMonth month) {
        var billing = billings.of(line);
        var zone = billing.zone() == null ? clock.getZone() : billing.zone();
        var asked = month == null ? YearMonth.now(clock.withZone(zone)) : month;
        var messages = messages(line, asked);
        long used = sum(messages, m -> Allowance.isFree(m.category(), m.type()));
        long paid = sum(messages, m -> Allowance.isPaid(m.category(), m.type()));
        boolean limited = Allowance.isLimited(asked);
        return new AllowanceView(
                line.id().toString(),
                line.display(),
                asked,
                zone,
                limited ? allowance.free() : null,
                used,
                paid,
                limited ? Math.max(0, allowance.free() - used) : null,
                limited ? allowance.level(used, paid) : 0,
                billing.payment(),
                alarms(line, asked),
                messages);
    }

    private static long sum(List<Sent> messages, Predicate<Sent> which) {
        return messages.stream().filter(which).mapToLong(Sent::messages).sum();
    }

    private List<Sent> messages(Line line, YearMonth month) {
        return jdbc.sql(
                        """
                        select category, type, currency, messages, unpriced, amount from channel.usage
                        where line = ? and month = ? order by category, type, currency""")
                .param(line.id())
                .param(month.atDay(1))
                .query((row, n) -> new Sent(
                        row.getString("category"),
                        row.getString("type"),
                        row.getLong("messages"),
                        row.getLong("unpriced"),
                        row.getString("currency").isEmpty() ? null : row.getString("currency"),
                        Cost.shown(row.getBigDecimal("amount"))))
                .list();
    }

    private List<Alarm> alarms(Line line, YearMonth month) {
        return jdbc.sql("select percent, at from channel.allowance_alarm where line = ? and month = ? order by percent")
                .param(line.id())
                .param(month.atDay(1))
                .query((row, n) -> new Alarm(row.getInt("percent"), Sql.instant(row, "at")))
                .list();
    }

    /**
     * @param zone in which the month begins
     * @param free null: without end
     * @param used service messages that were free
     * @param paid service messages that WhatsApp charged
     * @param left null: without end
     * @param level 80: nearly used up; 100: used up, by our count or WhatsApp's; else 0
     */
    record AllowanceView(
            String line,
            String display,
            YearMonth month,
            ZoneId zone,
            @Nullable Integer free,
            long used,
            long paid,
            @Nullable Long left,
            int level,
            Billing.Payment payment,
            List<Alarm> alarms,
            List<Sent> messages) {}

    record Alarm(int percent, Instant at) {}

    /**
     * @param unpriced of the messages those whose price nobody knows
     * @param currency null for what is free
     * @param amount of the others
     */
    record Sent(
            String category, String type, long messages, long unpriced, @Nullable String currency, BigDecimal amount) {}
}
