package app.novelo.conversation.internal;

import app.novelo.channel.ChannelError;
import app.novelo.channel.SendOutcome;
import app.novelo.conversation.MessageStatus;
import app.novelo.conversation.internal.Claims.Claim;
import app.novelo.conversation.internal.OutgoingRows.Row;
import app.novelo.engine.CaseBusy;
import app.novelo.engine.RemoteTasks;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what became of a message, and settles the task that waited for it in the same transaction. */
@Component
class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final String UNKNOWN =
            "Nobody knows whether the message was sent; a status will tell, or a person decides";

    private final Turns turns;
    private final OutgoingRows rows;
    private final RemoteTasks tasks;
    private final LineLeases leases;
    private final EarlyStatuses early;
    private final FailureMarks marks;
    private final Clock clock;

    Settlement(
            Turns turns,
            OutgoingRows rows,
            RemoteTasks tasks,
            LineLeases leases,
            EarlyStatuses early,
            FailureMarks marks,
            Clock clock) {
        this.turns = turns;
        this.rows = rows;
        this.tasks = tasks;
        this.leases = leases;
        this.early = early;
        this.marks = marks;
        this.clock = clock;
    }

    /** May be repeated, and may come late: what was written down meanwhile is not overwritten. */
    void settle(Claim claim, int attempt, SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Accepted accepted) {
            accepted(claim, accepted.providerId());
        } else if (outcome instanceof SendOutcome.Later later) {
            inTurn(claim, row -> row.waitsFor(attempt), row -> later(row, later));
        } else if (outcome instanceof SendOutcome.Refused refused) {
            refused(claim, attempt, refused);
        } else if (outcome instanceof SendOutcome.Unknown unknown) {
            unknown(claim, attempt, unknown.why());
        }
    }

    /** Nobody will tell any more what became of this attempt. */
    void unknown(Claim claim, int attempt, String why) {
        inTurn(claim, row -> row.isSending(attempt), row -> {
            rows.unknown(row, why);
            rows.incident(row, tasks, UNKNOWN);
        });
    }

    void accepted(Claim claim, String providerId) {
        inTurn(claim, row -> true, row -> accept(row, providerId), row -> rows.complete(row, tasks));
    }

    private void accept(Row row, String providerId) {
        early.hold(List.of(providerId));
        rows.accepted(row, providerId);
        early.apply(providerId);
        if (row.sendingSince() != null) {
            leases.hasSent(row.line(), row.sendingSince());
        }
    }

    private void later(Row row, SendOutcome.Later later) {
        if (row.attempts() >= later.most()) {
            failed(row, later.error());
            rows.incident(row, tasks, later.error().title());
            return;
        }
        rows.requeue(row, delay(later, row.attempts()), later.error());
    }

    private static Duration delay(SendOutcome.Later later, int attempts) {
        var factor = (long) Math.pow(later.growth(), Math.max(0, Math.min(attempts - 1, 10)));
        var delay = later.delay().multipliedBy(factor);
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private void refused(Claim claim, int attempt, SendOutcome.Refused refused) {
        if (refused.reason() == SendOutcome.Reason.LINE_STOPPED) {
            inTurn(claim, row -> row.waitsFor(attempt), row -> {
                rows.requeue(row, Duration.ZERO, refused.error()); // the pause holds it; resumed, it goes at once
                leases.pause(row.line(), refused.error(), ONE_MINUTE);
            });
            return;
        }
        inTurn(
                claim,
                row -> row.waitsFor(attempt),
                row -> {
                    marks.mark(row.conversation(), refused.reason(), clock.instant());
                    failed(row, refused.error());
                },
                row -> businessOutcome(row, BusinessCodes.of(refused.reason()), refused.error()));
    }

    /** It was not let go. */
    void refuse(Claim claim, String code, ChannelError error) {
        inTurn(claim, Row::isQueued, row -> failed(row, error), row -> businessOutcome(row, code, error));
    }

    private void businessOutcome(Row row, String code, ChannelError error) {
        rows.businessOutcome(row, tasks, code, error.title());
    }

    private void failed(Row row, ChannelError error) {
        rows.end(row, MessageStatus.FAILED, error);
    }

    void cancel(Claim claim) {
        inTurn(claim, Row::isQueued, row -> rows.end(row, MessageStatus.CANCELLED, null));
    }

    /**
     * A person has found out what happened to a message of unknown outcome.
     *
     * @return false if its outcome is not unknown (any more), or it is another conversation's
     */
    boolean decide(Claim claim, boolean sent) {
        return turns.inTurn(Turn.ofConversation(claim.conversation().toString()), () -> rows.lockUnknown(claim)
                .map(row -> {
                    decide(row, sent);
                    return true;
                })
                .orElse(false));
    }

    private void decide(Row row, boolean sent) {
        if (sent) {
            rows.end(row, MessageStatus.ACCEPTED, null);
            rows.complete(row, tasks);
        } else {
            failed(row, new ChannelError(0, "A person found that it was not sent", null));
            rows.incident(row, tasks, "A person found that the message was not sent; it may be tried again");
        }
    }

    /** What became of the message is written down even if the process behind it cannot go on. */
    private void inTurn(Claim claim, Predicate<Row> stillCounts, Consumer<Row> write, Consumer<Row> goOn) {
        try {
            inTurn(claim, stillCounts, write.andThen(goOn));
        } catch (RuntimeException e) {
            if (e instanceof CaseBusy || DatabaseAway.isIn(e)) {
                throw e; // no fault of the process: it goes on a little later
            }
            LOG.error("message {} is written down without its process, which could not go on", claim.message(), e);
            var reason = "The message is settled, but the process cannot go on: " + e.getMessage();
            inTurn(claim, stillCounts, write.andThen(row -> rows.incident(row, tasks, reason)));
        }
    }

    private void inTurn(Claim claim, Predicate<Row> stillCounts, Consumer<Row> work) {
        turns.inTurn(
                Turn.ofConversation(claim.conversation().toString()),
                () -> rows.lock(claim.message()).filter(stillCounts).ifPresent(work));
    }
}
