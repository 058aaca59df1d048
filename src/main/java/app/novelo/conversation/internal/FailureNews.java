package app.novelo.conversation.internal;

import app.novelo.channel.ChannelError;
import app.novelo.channel.SendOutcome.Reason;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.internal.LateFailures.LateFailure;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What follows from a message that failed late: the conversation is marked, a stopped line waits, and the case is nudged
 * with {@code case.messageFailed} if its process listens. If not, nothing is lost: the thread shows it.
 */
@Component
class FailureNews {

    static final String MESSAGE_FAILED = "case.messageFailed";

    private static final Logger LOG = LoggerFactory.getLogger(FailureNews.class);
    private static final Var<String> FAILED_MESSAGE = Var.text("failedMessage");
    private static final Var<Integer> FAILED_CODE = Var.number("failedCode");

    /** Meta takes messages of a stopped line and fails them afterwards: each attempt costs one, so they are rare. */
    private static final Duration SELDOM = Duration.ofMinutes(15);

    private final Turns turns;
    private final Conversations conversations;
    private final Channels channels;
    private final FailureMarks marks;
    private final LineLeases leases;
    private final Processes processes;
    private final JdbcClient jdbc;

    FailureNews(
            Turns turns,
            Conversations conversations,
            Channels channels,
            FailureMarks marks,
            LineLeases leases,
            Processes processes,
            JdbcClient jdbc) {
        this.turns = turns;
        this.conversations = conversations;
        this.channels = channels;
        this.marks = marks;
        this.leases = leases;
        this.processes = processes;
        this.jdbc = jdbc;
    }

    /** A process that cannot take the news does not keep the conversation from its mark. May be repeated. */
    void tell(LateFailure failure) {
        inTurn(failure, () -> mark(failure));
        inTurn(failure, () -> {
            if (settle(failure)) {
                nudge(failure);
            }
        });
    }

    private void inTurn(LateFailure failure, Runnable work) {
        turns.inTurn(Turn.ofConversation(failure.conversation().toString()), work);
    }

    private void mark(LateFailure failure) {
        var conversation = conversations.locked(failure.conversation());
        var reason = channels.of(conversation.channel()).meaning(failure.code());
        marks.mark(conversation.id(), reason, failure.at());
        if (reason == Reason.LINE_STOPPED) {
            leases.pause(conversation.line(), error(failure), SELDOM);
        }
    }

    private ChannelError error(LateFailure failure) {
        return jdbc.sql("select coalesce(errors -> 0 ->> 'title', '') from conversation.message where id = ?")
                .param(failure.message())
                .query((row, n) -> new ChannelError(failure.code(), row.getString(1), null))
                .single();
    }

    private boolean settle(LateFailure failure) {
        return jdbc.sql("delete from conversation.failed_message where message = ?")
                        .param(failure.message())
                        .update()
                == 1;
    }

    private void nudge(LateFailure failure) {
        var conversation = conversations.required(failure.conversation());
        var instance = conversation.processInstanceId();
        if (instance == null || !belongsTo(conversation, failure) || !processes.isRunning(instance)) {
            return;
        }
        var listens = processes.nudge(
                instance,
                MESSAGE_FAILED,
                FAILED_MESSAGE.of(failure.message().toString()),
                FAILED_CODE.of(failure.code()));
        LOG.debug("case of message {} was nudged: {}", failure.message(), listens);
    }

    /** A message of an earlier case is none of the present one's business. */
    private boolean belongsTo(Conversation conversation, LateFailure failure) {
        return jdbc.sql("select case_number is not distinct from ? from conversation.message where id = ?")
                .param(conversation.caseNumber())
                .param(failure.message())
                .query(Boolean.class)
                .single();
    }
}
