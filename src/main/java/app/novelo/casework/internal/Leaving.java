package app.novelo.casework.internal;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseFile;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Speaker;
import app.novelo.customer.Customers;
import app.novelo.desk.Leavers;
import app.novelo.engine.Turn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands over what somebody has who leaves. He is locked out, and his customers are another's, in one transaction; his cases
 * follow one by one, each in its turn. If a node dies in between, another goes on.
 */
@Component
class Leaving {

    private final LeavingRows rows;
    private final Leavers leavers;
    private final Customers customers;
    private final Conversations conversations;
    private final CaseActs acts;
    private final Sweep sweep;
    private final TransactionTemplate transaction;

    Leaving(
            LeavingRows rows,
            Leavers leavers,
            Customers customers,
            Conversations conversations,
            CaseActs acts,
            Sweep sweep,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.leavers = leavers;
        this.customers = customers;
        this.conversations = conversations;
        this.acts = acts;
        this.sweep = sweep;
        this.transaction = new TransactionTemplate(transactions);
    }

    Left leave(String agent, @Nullable String successor, @Nullable String note, String by) {
        var handOver = new HandOverOfAll(0, agent, successor, note, by);
        var begun = new int[1];
        long id = begin(handOver, begun);
        return goOn(handOver.withId(id), begun[0]);
    }

    @SuppressWarnings("NullAway") // the template returns what the work returned
    private long begin(HandOverOfAll all, int[] count) {
        return transaction.execute(status -> {
            leavers.leaves(all.agent());
            var theirs = customers.handOver(all.agent(), all.successor());
            rows.customers(all, theirs);
            count[0] = theirs.size();
            return rows.add(all);
        });
    }

    /** What a node has left undone that died. */
    void goOn() {
        rows.open().forEach(all -> goOn(all, 0));
    }

    private Left goOn(HandOverOfAll all, int customersNow) {
        int cases = 0;
        int left = 0;
        for (var file : rows.cases(all.agent())) {
            boolean done = handOver(file, all);
            cases += done ? 1 : 0;
            left += done ? 0 : 1;
        }
        for (var task : rows.tasksWithoutCase(all.agent())) {
            left += sweep.inTurn(task, () -> sweep.assign(task, null, all.successor(), all.act())) ? 0 : 1;
        }
        for (var conversation : conversations.heldBy(all.agent())) {
            left += letGo(conversation, all) ? 0 : 1;
        }
        if (left == 0) {
            rows.done(all.id());
        }
        return new Left(all.agent(), all.successor(), customersNow, cases, left);
    }

    /** What no task was about: the word goes back, so that the next who writes has it. */
    private boolean letGo(UUID id, HandOverOfAll all) {
        return sweep.inTurn("conversation " + id, Turn.ofConversation(id.toString()), () -> {
            var conversation = conversations.required(id);
            conversations.own(id, all.successor());
            if (all.agent().equals(conversation.speakerId())) {
                boolean driven = conversation.processInstanceId() != null;
                conversations.giveWord(id, driven ? Speaker.PROCESS : Speaker.NONE, null);
            }
        });
    }

    private boolean handOver(CaseFile file, HandOverOfAll all) {
        return sweep.inTurn(file, () -> acts.assign(file.number(), all.successor(), all.act()));
    }

    /** Everything of somebody goes to another, or back to the rules. */
    record HandOverOfAll(long id, String agent, @Nullable String successor, @Nullable String note, String by) {

        HandOverOfAll withId(long id) {
            return new HandOverOfAll(id, agent, successor, note, by);
        }

        Act act() {
            return new Act("leaving", note, by);
        }
    }

    /**
     * @param to null = by rule
     * @param left cases and tasks that could not be handed over now, and are tried again
     */
    record Left(String agent, @Nullable String to, int customers, int cases, int left) {}
}
