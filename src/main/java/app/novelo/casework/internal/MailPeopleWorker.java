package app.novelo.casework.internal;

import app.novelo.engine.BusinessOutcome;
import app.novelo.engine.RemoteTask;
import app.novelo.engine.RemoteWorker;
import app.novelo.engine.Var;
import app.novelo.platform.Mail;
import app.novelo.platform.Mail.MailRefused;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_mailPeople} in {@code processes/casework/escalation.bpmn}. Says which case and why; what the customer
 * wrote stays here. Who was written to before a later letter failed is written to once more: better twice than never.
 */
@Component
class MailPeopleWorker implements RemoteWorker {

    private static final Logger LOG = LoggerFactory.getLogger(MailPeopleWorker.class);
    private static final String NOT_REACHED = "casework.notReached";

    private final EscalationRows rows;
    private final CaseRows cases;
    private final Notices notices;
    private final EscalationLetter letter;
    private final Mail mail;

    MailPeopleWorker(EscalationRows rows, CaseRows cases, Notices notices, EscalationLetter letter, Mail mail) {
        this.rows = rows;
        this.cases = cases;
        this.notices = notices;
        this.letter = letter;
        this.mail = mail;
    }

    @Override
    public String topic() {
        return "casework.mailPeople";
    }

    @Override
    public Duration timeLimit() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Var.Value[] work(RemoteTask task) {
        if (!mail.isSetUp()) {
            throw new BusinessOutcome(NOT_REACHED, "no mail server is set up");
        }
        var escalation = rows.required(
                Long.parseLong(String.valueOf(task.variables().apply(EscalationProcess.ESCALATION.name()))));
        var file = cases.required(escalation.caseNumber());
        int reached = 0;
        for (var address : notices.addresses(file, rows.measures(escalation.id()))) {
            reached += send(address, letter.about(file, escalation)) ? 1 : 0;
        }
        if (reached == 0) {
            throw new BusinessOutcome(NOT_REACHED, "nobody to be told has an address that works");
        }
        return new Var.Value[0];
    }

    private boolean send(String address, EscalationLetter.Letter words) {
        try {
            mail.send(address, words.subject(), words.text());
            return true;
        } catch (MailRefused e) {
            LOG.warn("a letter about an escalation was refused by the mail server", e);
            return false;
        }
    }
}
