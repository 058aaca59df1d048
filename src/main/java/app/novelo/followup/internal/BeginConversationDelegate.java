package app.novelo.followup.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Outreach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_beginConversation}: where the customer is written to; what he answers begins as anything he writes. */
@Component
class BeginConversationDelegate implements JavaDelegate {

    private final ReengagementRows rows;
    private final ReengagementDesk desk;
    private final Outreach outreach;

    BeginConversationDelegate(ReengagementRows rows, ReengagementDesk desk, Outreach outreach) {
        this.rows = rows;
        this.desk = desk;
        this.outreach = outreach;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var found = rows.required(execution.getProcessBusinessKey());
        var conversation = outreach.begin(found.customer(), desk.line(found.event()), String.valueOf(found.action()));
        CaseProcess.CONVERSATION.set(execution, conversation.toString());
        rows.came(found.number(), Reengagement.WRITING, null);
    }
}
