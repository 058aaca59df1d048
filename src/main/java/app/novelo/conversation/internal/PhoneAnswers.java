package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.InboundMessage;
import app.novelo.conversation.AnswerObserver;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Speaker;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What follows from an answer in the channel's own app: a human has the word, so that no process talks over him, and the
 * clocks end as by any answer. An answer may come before the case that it belongs to: then it waits for that.
 */
@Component
class PhoneAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneAnswers.class);

    private final JdbcClient jdbc;
    private final Turns turns;
    private final Conversations conversations;
    private final PhoneMessages phone;
    private final EarlyStatuses early;
    private final FreeEntry freeEntry;
    private final ObjectProvider<AnswerObserver> observers;
    private final Clock clock;

    /** Noted by this node and not told yet; what a kill leaves behind, {@link PhoneAnswerLoop} finds. */
    private final Set<UUID> fresh = ConcurrentHashMap.newKeySet();

    PhoneAnswers(
            JdbcClient jdbc,
            Turns turns,
            Conversations conversations,
            PhoneMessages phone,
            EarlyStatuses early,
            FreeEntry freeEntry,
            ObjectProvider<AnswerObserver> observers,
            Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.conversations = conversations;
        this.phone = phone;
        this.early = early;
        this.freeEntry = freeEntry;
        this.observers = observers;
        this.clock = clock;
    }

    /** In the transaction that stores the message. The loop follows only where whoever stored it died. */
    void note(UUID message, UUID conversation, InboundMessage echo) {
        jdbc.sql(
                        """
                        insert into conversation.phone_answer (message, conversation, provider_id, at, not_before)
                        values (?, ?, ?, ?, now() + interval '5 seconds')""")
                .param(message)
                .param(conversation)
                .param(echo.providerId())
                .param(time(echo.at()))
                .update();
        fresh.add(conversation);
    }

    /** After the commit, outside any transaction. */
    void tellAtOnce(UUID conversation) {
        if (fresh.remove(conversation)) {
            try {
                tell(conversation);
            } catch (RuntimeException e) {
                LOG.warn("what follows from an answer in conversation {} is tried again", conversation, e);
            }
        }
    }

    /** May be repeated. */
    void tell(UUID id) {
        turns.inTurn(Turn.ofConversation(id.toString()), () -> {
            var conversation = conversations.locked(id);
            takeWord(conversation);
            var answered = phone.answered(id).orElse(null);
            if (conversation.caseNumber() != null && answered != null) {
                var at = answered.isAfter(clock.instant()) ? clock.instant() : answered;
                observers.forEach(observer -> observer.answered(conversation, Author.onPhone(), at));
            }
            if (conversation.caseNumber() != null || answered == null || conversation.isResolved()) {
                forget(id);
            } else {
                waitForACase(id);
            }
        });
    }

    private void takeWord(Conversation conversation) {
        var news = jdbc.sql(
                        "update conversation.phone_answer set taken = true where conversation = ? and not taken returning provider_id")
                .param(conversation.id())
                .query(String.class)
                .list();
        if (news.isEmpty()) {
            return;
        }
        if (conversation.speaker() != Speaker.AGENT && !conversation.isResolved()) {
            conversations.giveWord(conversation.id(), Speaker.AGENT, Author.PHONE);
        }
        applyEarlyStatuses(news);
        freeEntry.answered(conversation.id());
    }

    private void applyEarlyStatuses(List<String> providerIds) {
        early.hold(providerIds);
        providerIds.forEach(early::apply);
    }

    /** See {@link PhoneMessages#caseOpened}. */
    private void waitForACase(UUID conversation) {
        jdbc.sql("update conversation.phone_answer set not_before = 'infinity' where conversation = ?")
                .param(conversation)
                .update();
    }

    private void forget(UUID conversation) {
        jdbc.sql("delete from conversation.phone_answer where conversation = ? and taken")
                .param(conversation)
                .update();
    }
}
