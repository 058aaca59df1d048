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
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what became of a message, and settles the task that waited for it in the same transaction. */
@Component
class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    private final Turns turns;
    private final OutgoingRows rows;
    private final RemoteTasks tasks;
    private final LineLeases leases;
    private final EarlyStatuses early;

    Settlement(Turns turns, OutgoingRows rows, RemoteTasks tasks, LineLeases leases, EarlyStatuses early) {
        this.turns = turns;
        this.rows = rows;
        this.tasks = tasks;
        this.leases = leases;
        this.early = early;
    }

    void settle(Claim claim, SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Accepted accepted) {
            accepted(claim, accepted.providerId());
        } else if (outcome instanceof SendOutcome.Later later) {
            inTurnUnlessAccepted(claim, row -> later(row, later));
        } else if (outcome instanceof SendOutcome.Refused refused) {
            refused(claim, refused);
        } else if (outcome instanceof SendOutcome.Unknown unknown) {
            inTurnUnlessAccepted(claim, row -> unknown(row, unknown.why()));
        }
    }

    /** Whoever called the channel for it did not come back. */
    void lost(Claim claim) {
        inTurn(claim, row -> {
            if (row.isSending()) {
                unknown(row, "no answer was stored");
            }
        });
    }

    /** The provider has it: that is written down even if the process behind it cannot go on. */
    void accepted(Claim claim, String providerId) {
        try {
            inTurn(claim, row -> {
                accept(row, providerId);
                rows.complete(row, tasks);
            });
        } catch (CaseBusy e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("message {} was accepted, but its process cannot go on", claim.message(), e);
            inTurn(claim, row -> {
                accept(row, providerId);
                rows.incident(row, tasks, "The message was accepted, but the process cannot go on: " + e.getMessage());
            });
        }
    }

    private void accept(Row row, String providerId) {
        rows.accepted(row, providerId);
        early.apply(providerId);
        leases.resume(row.line());
    }

    private void later(Row row, SendOutcome.Later later) {
        if (row.attempts() >= later.most()) {
            failed(row, later.error());
            rows.incident(row, tasks, later.error().title());
            return;
        }
        var factor = Math.min(row.attempts() - 1, 10);
        var delay = later.delay().multipliedBy(1L << Math.max(0, factor));
        rows.requeue(row, delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay, later.error());
    }

    private void refused(Claim claim, SendOutcome.Refused refused) {
        if (refused.reason() == SendOutcome.Reason.LINE_STOPPED) {
            inTurnUnlessAccepted(claim, row -> {
                rows.requeue(row, Duration.ofMinutes(1), refused.error());
                leases.pause(row.line(), refused.error().title());
            });
        } else {
            refuse(claim, BusinessCodes.of(refused.reason()), refused.error());
        }
    }

    void refuse(Claim claim, String code, ChannelError error) {
        inTurnUnlessAccepted(claim, row -> {
            failed(row, error);
            rows.businessOutcome(row, tasks, code, error.title());
        });
    }

    private void failed(Row row, ChannelError error) {
        rows.end(row, MessageStatus.FAILED, error);
    }

    void cancel(Claim claim) {
        inTurnUnlessAccepted(claim, row -> rows.end(row, MessageStatus.CANCELLED, null));
    }

    private void unknown(Row row, String why) {
        rows.unknown(row, why);
        rows.incident(row, tasks, "Nobody knows whether the message was sent; a status will tell, or a person decides");
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

    private void inTurnUnlessAccepted(Claim claim, Consumer<Row> work) {
        inTurn(claim, row -> {
            if (!row.isAcceptedByStatus()) {
                work.accept(row);
            }
        });
    }

    private void inTurn(Claim claim, Consumer<Row> work) {
        turns.inTurn(Turn.ofConversation(claim.conversation().toString()), () -> rows.lock(claim.message())
                .ifPresent(work));
    }
}
