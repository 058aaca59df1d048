package app.novelo.lead.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Unhandled;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first row of a lead: what brought it, and what is known of it from the first words. */
@Component
class LeadOpening {

    /** Fewer words name a wish, more tell it. */
    private static final int WORDS_THAT_TELL = 4;

    /** Characters of a need; what he wrote stands in the conversation. */
    private static final int LONGEST_NEED = 300;

    private final LeadRepository leads;
    private final LeadRows rows;
    private final LeadCriteria criteria;
    private final Conversations conversations;
    private final Lines lines;
    private final ObjectMapper json;
    private final Clock clock;

    LeadOpening(
            LeadRepository leads,
            LeadRows rows,
            LeadCriteria criteria,
            Conversations conversations,
            Lines lines,
            ObjectMapper json,
            Clock clock) {
        this.leads = leads;
        this.rows = rows;
        this.criteria = criteria;
        this.conversations = conversations;
        this.lines = lines;
        this.json = json;
        this.clock = clock;
    }

    /** Before its process begins, for whoever opens one by hand. */
    Lead prepare(String number, Conversation conversation, Source source) {
        var now = clock.instant();
        var lead = leads.saveAndFlush(
                new Lead(number, conversation.customer(), conversation.id(), conversation.queue(), source, now));
        rows.changed(number, Stage.NEW, "opened", now);
        return lead;
    }

    /** The process has begun. */
    Lead opened(String number, Conversation conversation) {
        var lead = leads.findById(number).orElseGet(() -> prepare(number, conversation, source(conversation)));
        var said = conversations.saidWithoutCase(conversation.id());
        if (!said.isEmpty()) {
            rows.said(number, said.size(), clock.instant());
        }
        need(said).ifPresent(need -> criteria.add(number, need));
        return lead;
    }

    static Optional<LeadCriteria.Known> need(List<Unhandled> said) {
        return said.stream()
                .filter(message -> message.text() != null && tells(message.text()))
                .findFirst()
                .map(message -> new LeadCriteria.Known(
                        Criterion.NEED.id(),
                        shortened(String.valueOf(message.text())),
                        "message",
                        message.id().toString(),
                        message.at()));
    }

    private static boolean tells(String text) {
        return text.strip().split("\\s+").length >= WORDS_THAT_TELL;
    }

    static String shortened(String text) {
        var line = text.strip();
        return line.length() <= LONGEST_NEED ? line : line.substring(0, LONGEST_NEED - 1) + "…";
    }

    private Source source(Conversation conversation) {
        if (conversation.referral() != null) {
            return new Source("ad", advertisement(conversation.referral()));
        }
        return new Source(
                "line", lines.find(conversation.line()).map(Line::display).orElse(null));
    }

    /** @return what the channel calls the advertisement; null if it says nothing of use */
    private @Nullable String advertisement(String referral) {
        try {
            var id = json.readTree(referral).path("sourceId").asText("");
            return id.isBlank() ? null : id;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
