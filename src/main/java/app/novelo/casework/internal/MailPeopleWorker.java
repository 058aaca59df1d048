package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.internal.ColleaguePhone.Told;
import app.novelo.casework.internal.Measures.Way;
import app.novelo.engine.BusinessOutcome;
import app.novelo.engine.People.Person;
import app.novelo.engine.RemoteTask;
import app.novelo.engine.RemoteWorker;
import app.novelo.engine.Var;
import app.novelo.platform.Mail;
import app.novelo.platform.Mail.MailRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_mailPeople} in {@code processes/casework/escalation.bpmn}. Says which case and why; what the customer
 * wrote stays here. Who is to be told on WhatsApp and cannot be is written to by e-mail. Who was mailed before a later letter
 * failed is mailed once more: better twice than never.
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
    private final ColleaguePhone phone;
    private final ColleagueMessages messages;

    MailPeopleWorker(
            EscalationRows rows,
            CaseRows cases,
            Notices notices,
            EscalationLetter letter,
            Mail mail,
            ColleaguePhone phone,
            ColleagueMessages messages) {
        this.rows = rows;
        this.cases = cases;
        this.notices = notices;
        this.letter = letter;
        this.mail = mail;
        this.phone = phone;
        this.messages = messages;
    }

    @Override
    public String topic() {
        return "casework.mailPeople";
    }

    /** A call of the channel, after one without an answer no other is tried, and the letters. */
    @Override
    public Duration timeLimit() {
        return Duration.ofMinutes(3);
    }

    @Override
    public Var.Value[] work(RemoteTask task) {
        var escalation = rows.required(
                Long.parseLong(String.valueOf(task.variables().apply(EscalationProcess.ESCALATION.name()))));
        var file = cases.required(escalation.caseNumber());
        var measures = rows.measures(escalation.id());
        var byPhone = notices.told(file, measures, Way.WHATSAPP);
        var unreached = tell(byPhone, file, escalation);
        var byMail = new LinkedHashSet<>(notices.told(file, measures, Way.EMAIL));
        byMail.addAll(unreached);
        int reached = byPhone.size() - unreached.size() + write(byMail, letter.about(file, escalation));
        if (reached == 0) {
            throw new BusinessOutcome(NOT_REACHED, "nobody to be told has an address or a number that works");
        }
        return new Var.Value[0];
    }

    /** @return those who did not get it */
    private List<Person> tell(Collection<Person> people, CaseFile file, EscalationRows.Escalation escalation) {
        var unreached = new ArrayList<Person>();
        boolean away = false;
        for (var person : people) {
            if (messages.isTold(escalation, person)) {
                continue;
            }
            var told = away ? new Told.NotReached(ColleaguePhone.AWAY) : phone.tell(person, file, escalation);
            if (told instanceof Told.Accepted accepted) {
                messages.told(escalation, person, accepted.providerId());
            } else if (told instanceof Told.NotReached not) {
                LOG.warn("{} was not told of {} on WhatsApp: {}", person.id(), file.number(), not.why());
                messages.notReached(file, person, not.why());
                unreached.add(person);
                away = not.why().equals(ColleaguePhone.AWAY);
            }
        }
        return unreached;
    }

    private int write(Collection<Person> people, EscalationLetter.Letter words) {
        if (!mail.isSetUp()) {
            return 0;
        }
        return (int) people.stream()
                .map(Person::email)
                .filter(email -> email != null && !email.isBlank())
                .distinct()
                .filter(email -> send(email, words))
                .count();
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
