package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.ai.OptOut;
import app.novelo.ai.OptOuts;
import app.novelo.channel.Content;
import app.novelo.channel.InboundMessage;
import app.novelo.customer.Consent;
import app.novelo.customer.Consents;
import app.novelo.customer.Purpose;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A customer who asks to be written to no more is heeded in the transaction that stores his message, whatever becomes of it
 * afterwards: no process, no model and no person stands between his word and the ledger.
 */
@Component
class OptOutWishes {

    /** A lonely "cancel" that comes later hardly means the advertisement. */
    private static final Duration BEARS_ON_ADVERTISING = Duration.ofDays(7);

    /** What is written by hand. A button of ours says what its question is about. */
    private static final Set<Class<? extends Content>> SAID =
            Set.of(Content.Text.class, Content.File.class, Content.Edit.class);

    private final OptOuts rule;
    private final Consents consents;
    private final JdbcClient jdbc;

    OptOutWishes(OptOuts rule, Consents consents, JdbcClient jdbc) {
        this.rule = rule;
        this.consents = consents;
        this.jdbc = jdbc;
    }

    /**
     * @param alone the message says nothing else
     * @param news he allowed it before
     */
    record Heeded(OptOut.Scope scope, boolean alone, boolean news) {}

    /** @return empty if he asks for nothing of the kind, or has agreed since he wrote it */
    Optional<Heeded> heed(UUID customer, InboundMessage message) {
        return isSaid(message.content())
                ? rule.in(message.text())
                        .filter(wish -> !wish.afterAdvertising() || followsAdvertising(customer, message))
                        .flatMap(wish -> heed(customer, message, wish))
                : Optional.empty();
    }

    private Optional<Heeded> heed(UUID customer, InboundMessage message, OptOut wish) {
        boolean news = withdraw(customer, message, Purpose.MARKETING);
        if (wish.scope() == OptOut.Scope.EVERYTHING) {
            news |= withdraw(customer, message, Purpose.SERVICE);
        }
        boolean counts = consents.of(customer, Purpose.MARKETING)
                .filter(consent -> consent.state() == Consent.State.WITHDRAWN)
                .isPresent();
        boolean alone = wish.alone() && !(message.content() instanceof Content.File);
        return counts ? Optional.of(new Heeded(wish.scope(), alone, news)) : Optional.empty();
    }

    private boolean withdraw(UUID customer, InboundMessage message, Purpose purpose) {
        return consents.record(
                customer,
                new Consent(
                        purpose,
                        Consent.State.WITHDRAWN,
                        Consent.Source.KEYWORD,
                        message.providerId(),
                        message.at(),
                        message.line().id(),
                        null));
    }

    private static boolean isSaid(@Nullable Content content) {
        return content != null
                && (SAID.contains(content.getClass())
                        || content instanceof Content.Choice choice
                                && choice.from().equals("template"));
    }

    /** It was the last thing that we said, or is what he quotes. */
    private boolean followsAdvertising(UUID customer, InboundMessage message) {
        return jdbc.sql(
                        """
                        select m.content ->> 'type' = 'template' and m.content ->> 'category' = 'MARKETING'
                        from conversation.conversation c join conversation.message m on m.conversation = c.id
                        where c.customer = :customer and c.line = :line and m.direction = 'OUT' and m.kind <> 'reaction'
                          and m.status not in ('FAILED', 'CANCELLED') and m.at >= :since
                        order by m.provider_id = :quoted desc nulls last, m.at desc, m.seq desc limit 1""")
                .param("customer", customer)
                .param("line", message.line().id())
                .param("since", time(message.at().minus(BEARS_ON_ADVERTISING)))
                .param("quoted", message.replyTo(), Types.VARCHAR)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
