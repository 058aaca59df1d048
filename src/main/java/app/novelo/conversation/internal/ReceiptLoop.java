package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Lines;
import app.novelo.channel.SendOutcome;
import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hands receipts to the channel, on a thread of its own: messages wait for none. A receipt may be repeated; what is refused
 * for good, or has grown older than the channel takes, is dropped.
 */
@Configuration(proxyBeanMethods = false)
class ReceiptLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptLoop.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);
    private static final int BATCH = 20;

    private final JdbcClient jdbc;
    private final Channels channels;
    private final Lines lines;
    private final Clock clock;

    ReceiptLoop(JdbcClient jdbc, Channels channels, Lines lines, Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.lines = lines;
        this.clock = clock;
    }

    @Bean
    Loop receiptSender(Wakeups wakeups) {
        var loop = new Loop("receipts", POLL, this::handOverSome);
        wakeups.listen(Receipts.RECEIPTS, loop::wake);
        return loop;
    }

    private boolean handOverSome() {
        dropOld();
        var due = take();
        due.forEach(this::handOver);
        return due.size() == BATCH;
    }

    private void dropOld() {
        jdbc.sql("delete from conversation.receipt where said_at < ?")
                .param(time(clock.instant().minus(Receipts.OLDEST)))
                .update();
    }

    /** Whoever takes one and dies has only delayed it. */
    private List<Receipt> take() {
        return jdbc.sql(
                        """
                        update conversation.receipt set attempts = attempts + 1, not_before = now() + interval '1 minute'
                        where conversation in (select conversation from conversation.receipt where not_before <= now()
                          order by not_before limit ? for update skip locked)
                        returning conversation, line, provider_id, attempts""")
                .param(BATCH)
                .query((row, n) -> new Receipt(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getInt(4)))
                .list();
    }

    private void handOver(Receipt receipt) {
        var line = lines.find(receipt.line).orElseThrow();
        var outcome = channels.of(line.channel()).markRead(line, receipt.providerId, false);
        if (outcome instanceof SendOutcome.Accepted) {
            settle(receipt);
        } else if (outcome instanceof SendOutcome.Later later) {
            postpone(receipt, later.delay(), later.most());
        } else if (outcome instanceof SendOutcome.Refused refused) {
            refused(receipt, refused);
        } else {
            postpone(receipt, A_WHILE, Integer.MAX_VALUE);
        }
    }

    private void refused(Receipt receipt, SendOutcome.Refused refused) {
        if (refused.reason() == SendOutcome.Reason.LINE_STOPPED) {
            postpone(receipt, LONGEST_DELAY, Integer.MAX_VALUE);
        } else {
            LOG.info(
                    "the receipt of conversation {} is refused: {}",
                    receipt.conversation,
                    refused.error().code());
            settle(receipt);
        }
    }

    /** A newer one may have taken its place meanwhile. */
    private void settle(Receipt receipt) {
        jdbc.sql("delete from conversation.receipt where conversation = ? and provider_id = ?")
                .param(receipt.conversation)
                .param(receipt.providerId)
                .update();
    }

    private void postpone(Receipt receipt, Duration delay, int most) {
        if (receipt.attempts >= most) {
            settle(receipt);
            return;
        }
        var grown = delay.multipliedBy(1L << Math.min(receipt.attempts - 1, 8));
        var wait = grown.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : grown;
        jdbc.sql(
                        """
                        update conversation.receipt set not_before = now() + make_interval(secs => ?)
                        where conversation = ? and provider_id = ?""")
                .param(wait.toMillis() / 1000.0)
                .param(receipt.conversation)
                .param(receipt.providerId)
                .update();
    }

    private record Receipt(UUID conversation, UUID line, String providerId, int attempts) {}
}
