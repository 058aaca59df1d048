package app.novelo.channel.whatsapp;

import app.novelo.channel.Account;
import app.novelo.channel.Line;
import app.novelo.channel.LineHealth;
import app.novelo.channel.Standing.Code;
import app.novelo.channel.Standing.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a manager should see to, of what is known of a line: before it stops, not after. */
final class Warnings {

    private static final Set<String> LOW = Set.of("YELLOW", "RED");
    private static final Set<String> ILL = Set.of("FLAGGED", "RESTRICTED", "RATE_LIMITED");
    private static final Set<String> NAMELESS = Set.of("DECLINED", "REJECTED", "EXPIRED");
    private static final Set<String> URGENT = Set.of("CRITICAL", "WARNING");
    private static final String SCHEDULED = "SCHEDULE_FOR_DISABLE";

    /** Time to make a new one without haste. */
    private static final Duration BEFORE_THE_END = Duration.ofDays(14);

    private final List<Warning> all = new ArrayList<>();

    private Warnings() {}

    static List<Warning> of(Line line, LineHealth health, @Nullable String problem, Account account, Instant now) {
        var warnings = new Warnings();
        warnings.ofNumber(health, problem == null ? account.problem() : problem);
        warnings.ofAccount(account, now);
        account.alerts().stream()
                .filter(alert -> URGENT.contains(alert.severity()) && concerns(alert, line))
                .forEach(alert -> warnings.add(Code.ALERT, alert.kind() + ": " + alert.description(), null));
        return List.copyOf(warnings.all);
    }

    /** A status that a number can send with. */
    static boolean isOnlyIll(String status) {
        return ILL.contains(status);
    }

    private void ofNumber(LineHealth health, @Nullable String problem) {
        addIf(Code.QUALITY, LOW, health.quality());
        addIf(Code.STATUS, ILL, health.status());
        addIf(Code.LIMITED, Set.of("LIMITED"), health.canSend());
        addIf(Code.NAME, NAMELESS, health.nameStatus());
        if (problem != null) {
            add(Code.UNREAD, problem, null);
        }
    }

    private void ofAccount(Account account, Instant now) {
        addIf(Code.BAN_SCHEDULED, Set.of(SCHEDULED), account.ban());
        account.restrictions().stream()
                .filter(restriction ->
                        restriction.until() == null || restriction.until().isAfter(now))
                .forEach(restriction -> add(Code.RESTRICTION, restriction.type(), restriction.until()));
        if (Boolean.FALSE.equals(account.funded())) {
            add(Code.PAYMENT, "", null);
        }
        var ends = account.tokenExpires();
        if (ends != null && ends.isBefore(now.plus(BEFORE_THE_END))) {
            add(Code.TOKEN_ENDS, "", ends);
        }
    }

    /** What is about another number is that one's. */
    private static boolean concerns(Account.Alert alert, Line line) {
        var about = alert.about();
        return about.isEmpty()
                || about.equals(line.accountId())
                || about.equals(line.providerId())
                || about.equals(Numbers.digits(line.display()));
    }

    private void addIf(Code code, Set<String> words, @Nullable String word) {
        if (word != null && words.contains(word)) {
            add(code, word, null);
        }
    }

    private void add(Code code, String detail, @Nullable Instant until) {
        all.add(new Warning(code, detail, until));
    }
}
