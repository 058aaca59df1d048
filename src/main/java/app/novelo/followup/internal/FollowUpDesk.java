package app.novelo.followup.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.casework.CaseWork;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.NotYourTurn;
import app.novelo.engine.Processes;
import app.novelo.engine.Tasks;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import app.novelo.followup.internal.FollowUp.State;
import app.novelo.followup.internal.Happenings.Cause;
import app.novelo.followup.internal.Requests.Request;
import app.novelo.platform.Caller;
import app.novelo.platform.UserDirectory;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with follow-ups outside the form. Each act is within the conversation's turn. */
@Component
class FollowUpDesk {

    private final Turns turns;
    private final Conversations conversations;
    private final FollowUpRows rows;
    private final FollowUpPlans plans;
    private final FollowUpCourse course;
    private final CaseWork work;
    private final Tasks tasks;
    private final Processes processes;
    private final UserDirectory users;
    private final Requests requests;
    private final Happenings happenings;

    FollowUpDesk(
            Turns turns,
            Conversations conversations,
            FollowUpRows rows,
            FollowUpPlans plans,
            FollowUpCourse course,
            CaseWork work,
            Tasks tasks,
            Processes processes,
            UserDirectory users,
            Requests requests,
            Happenings happenings) {
        this.turns = turns;
        this.conversations = conversations;
        this.rows = rows;
        this.plans = plans;
        this.course = course;
        this.work = work;
        this.tasks = tasks;
        this.processes = processes;
        this.users = users;
        this.requests = requests;
        this.happenings = happenings;
    }

    FollowUp plan(Caller caller, NewFollowUp wanted, Request request) {
        return turns.inTurn(turn(wanted.conversation()), () -> {
            conversations.locked(wanted.conversation());
            return requests.find(caller, request).map(rows::required).orElseGet(() -> {
                var planned = plans.plan(wanted);
                requests.keep(caller, planned.number(), request);
                return rows.required(planned.number());
            });
        });
    }

    FollowUp reschedule(Caller caller, String number, Instant dueAt, Reason reason) {
        return act(caller, number, reason.note(), one -> {
            if (one.state() == State.OPEN) {
                move(one, dueAt, new Cause(caller.id(), reason.code(), null));
            } else {
                complete(
                        caller,
                        one,
                        FollowUpProcess.OUTCOME.of(FollowUpProcess.RESCHEDULED),
                        FollowUpProcess.NEW_DUE_AT.of(dueAt.toString()),
                        FollowUpProcess.RESCHEDULE_REASON.of(reason.code()));
            }
        });
    }

    /** Where it waits nothing but the timer moves. */
    private void move(FollowUp one, Instant dueAt, Cause cause) {
        course.reschedule(one, dueAt, cause);
        var instance = String.valueOf(one.processInstanceId());
        var remindAt = course.remindAt(one.mode(), dueAt);
        processes.set(instance, CaseProcess.DUE_AT.of(dueAt), FollowUpProcess.REMIND_AT.of(remindAt));
        processes.moveTimer(instance, FollowUpProcess.DUE, remindAt);
    }

    FollowUp done(Caller caller, String number) {
        return act(caller, number, null, one -> end(caller, one, FollowUpProcess.OUTCOME.of(FollowUpProcess.DONE)));
    }

    FollowUp cancel(Caller caller, String number, Reason reason) {
        return act(
                caller,
                number,
                reason.note(),
                one -> end(
                        caller,
                        one,
                        FollowUpProcess.OUTCOME.of(FollowUpProcess.CANCELLED),
                        FollowUpProcess.CANCEL_REASON.of(reason.code())));
    }

    private void end(Caller caller, FollowUp one, Var.Value... fields) {
        if (one.state() != State.OPEN) {
            complete(caller, one, fields);
            return;
        }
        var instance = String.valueOf(one.processInstanceId());
        processes.set(instance, fields);
        if (!processes.nudge(instance, CaseProcess.resumed(FollowUpProcess.KIND))) {
            throw new NothingToMove(one);
        }
    }

    private void complete(Caller caller, FollowUp one, Var.Value... fields) {
        var task = work.openTaskOf(one.number()).orElseThrow(() -> new NothingToMove(one));
        if (task.assignee() == null) {
            tasks.claim(task.id(), caller.id());
        }
        tasks.complete(task.id(), caller.id(), fields);
    }

    private FollowUp act(Caller caller, String number, @Nullable String note, Consumer<FollowUp> work) {
        var conversation = rows.required(number).conversation();
        return turns.inTurn(turn(conversation), () -> {
            conversations.locked(conversation);
            var one = rows.required(number);
            if (one.isEnded()) {
                throw new NothingToMove(one);
            }
            mayAct(caller, one);
            work.accept(one);
            happenings.explain(number, note);
            return rows.required(number);
        });
    }

    /** Whoever has promised it is asked first; a manager decides for all. */
    private void mayAct(Caller caller, FollowUp one) {
        var owner = one.owner();
        if (owner != null && !owner.equals(caller.id()) && !caller.isManager()) {
            throw new NotYourTurn(owner, users.find(owner).map(Caller::name).orElse(owner));
        }
    }

    private static Turn turn(UUID conversation) {
        return Turn.ofConversation(conversation.toString());
    }
}
