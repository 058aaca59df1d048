package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.ai.OptOut;
import app.novelo.ai.TextUnderstanding;
import app.novelo.channel.InboundMessage;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Outgoing;
import app.novelo.conversation.Texts;
import app.novelo.conversation.internal.OptOutWishes.Heeded;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a customer that he was heeded: once, from the catalogue, whoever has the word. */
@Component
class OptOutAnswers {

    /** By which the answer is known among our messages. */
    static final String AUTHOR = "opt-out";

    /** Who says it again within a day has his answer. It also ends a talk of two machines. */
    private static final Duration ONCE = Duration.ofHours(24);

    private static final String UNDETERMINED = "und";

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final Customers customers;
    private final TextUnderstanding understanding;
    private final Texts texts;
    private final Salutation salutation;
    private final Personas personas;
    private final StoredSendQueue queue;
    private final Clock clock;

    OptOutAnswers(
            JdbcClient jdbc,
            Conversations conversations,
            Customers customers,
            TextUnderstanding understanding,
            Texts texts,
            Salutation salutation,
            Personas personas,
            StoredSendQueue queue,
            Clock clock) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.customers = customers;
        this.understanding = understanding;
        this.texts = texts;
        this.salutation = salutation;
        this.personas = personas;
        this.queue = queue;
        this.clock = clock;
    }

    /** @param stored our id of the message, whose conversation the caller has locked */
    void tell(UUID conversation, UUID stored, InboundMessage message, Heeded heeded) {
        var talk = conversations.required(conversation);
        if (!talk.window().isOpenAt(clock.instant())) {
            return; // it came so late that nothing would go out: a person reads it
        }
        if (heeded.news() || !isTold(talk)) {
            queue.add(answer(talk, message, heeded));
        }
        if (heeded.alone()) {
            jdbc.sql("update conversation.message set opts_out = true where id = ? and at = ?")
                    .param(stored)
                    .param(time(message.at()))
                    .update();
        }
    }

    private boolean isTold(Conversation talk) {
        return jdbc.sql(
                        """
                        select exists (select 1 from conversation.conversation c
                          join conversation.message m on m.conversation = c.id
                          where c.customer = ? and c.line = ? and m.direction = 'OUT' and m.author_id = ? and m.at > ?
                            and m.status not in ('FAILED', 'CANCELLED'))""")
                .param(talk.customer())
                .param(talk.line())
                .param(AUTHOR)
                .param(time(clock.instant().minus(ONCE)))
                .query(Boolean.class)
                .single();
    }

    private Outgoing answer(Conversation talk, InboundMessage message, Heeded heeded) {
        var persona = personas.of(talk.line());
        var known = customers.find(talk.customer()).map(Customer::language).orElse(null);
        var language = language(talk, known, message);
        var key = heeded.scope() == OptOut.Scope.EVERYTHING ? "consent.nothing" : "consent.noAdvertising";
        var values = Placeholders.values(
                talk.caseNumber() == null ? "" : talk.caseNumber(),
                persona,
                salutation.of(talk.customer(), talk.line(), language),
                "");
        return Outgoing.text(
                talk.id(),
                talk.caseNumber(),
                new Author(Author.Type.PROCESS, AUTHOR, persona),
                texts.render(key, talk.line(), language, values),
                null,
                true,
                null);
    }

    private @Nullable String language(Conversation talk, @Nullable String ofCustomer, InboundMessage message) {
        var known = talk.language() != null ? talk.language() : ofCustomer;
        var said = understanding.understand(message.text(), known).language();
        return said.equals(UNDETERMINED) ? known : said;
    }
}
