package app.novelo.lead.internal;

import app.novelo.ai.Sentiment;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Questions;
import app.novelo.conversation.Speaker;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is still to be asked of a customer, one thing at a time, as long as nobody speaks with him. */
@Component
class Qualification {

    private final LeadService leads;
    private final LeadRepository rows;
    private final LeadCriteria criteria;
    private final Conversations conversations;
    private final Questions questions;
    private final LeadSettings settings;
    private final Clock clock;

    Qualification(
            LeadService leads,
            LeadRepository rows,
            LeadCriteria criteria,
            Conversations conversations,
            Questions questions,
            LeadSettings settings,
            Clock clock) {
        this.leads = leads;
        this.rows = rows;
        this.criteria = criteria;
        this.conversations = conversations;
        this.questions = questions;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return what is asked next; empty if nothing is to be asked, or nobody should ask him */
    Optional<Criterion> next(String number) {
        var lead = leads.required(number);
        lead.welcome();
        var next = lead.isRefusing() || lead.asked() >= settings.mostQuestions() || isSpokenWith(lead)
                ? Optional.<Criterion>empty()
                : missing(number).findFirst();
        next.ifPresent(criterion -> lead.askedOnce());
        rows.saveAndFlush(lead);
        return next;
    }

    private Stream<Criterion> missing(String number) {
        var known = criteria.of(number).keySet();
        return settings.criteria().stream()
                .map(Criterion::of)
                .flatMap(Optional::stream)
                .filter(criterion -> !known.contains(criterion));
    }

    boolean isComplete(String number) {
        return missing(number).findAny().isEmpty();
    }

    /** A person has the word or has answered already, or the customer is annoyed. */
    private boolean isSpokenWith(Lead lead) {
        var conversation = conversations.required(lead.conversation());
        return conversation.speaker() == Speaker.AGENT
                || Sentiment.FRUSTRATED.id().equals(conversation.sentiment())
                || lead.milestones().contactedAt() != null;
    }

    /** What he chose counts, of his need what he wrote; anything else says that he does not want to be asked. */
    void answered(String number, String question, String choice, UUID message) {
        var lead = leads.required(number);
        var asked = Arrays.stream(Criterion.values())
                .filter(criterion -> criterion.question().equals(question))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is asked by " + question));
        var value = value(lead, asked, choice, message);
        if (value.isPresent() && asked.read(value.get()) != null) {
            criteria.add(
                    number,
                    new LeadCriteria.Known(asked.id(), value.get(), "question", message.toString(), clock.instant()));
        } else {
            lead.refuses();
            rows.saveAndFlush(lead);
        }
    }

    private Optional<String> value(Lead lead, Criterion asked, String choice, UUID message) {
        return asked == Criterion.NEED
                ? questions.words(lead.conversation(), message).map(LeadOpening::shortened)
                : asked.meaning(choice);
    }
}
