package app.novelo.conversation.internal;

import app.novelo.conversation.AnswerObserver;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A customer whom an answer did not reach has none. */
@Component
class Unanswered {

    private final JdbcClient jdbc;

    private final Conversations conversations;
    private final ObjectProvider<AnswerObserver> observers;
    private final Clock clock;

    Unanswered(JdbcClient jdbc, Conversations conversations, ObjectProvider<AnswerObserver> observers, Clock clock) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.observers = observers;
        this.clock = clock;
    }

    /** Called when a message to him has failed, in the conversation's turn. */
    void again(UUID conversation) {
        int waits = jdbc.sql(
                        """
                        with said as (
                          select m.status in ('FAILED', 'CANCELLED') as failed from conversation.conversation c
                          join conversation.message m on m.conversation = c.id and m.at >= (
                            select max(i.at) from conversation.message i
                            where i.conversation = c.id and i.direction = 'IN' and i.kind not in ('system', 'revoke'))
                          where c.id = :id and m.direction = 'OUT' and m.author_type <> 'PROCESS' and m.kind <> 'reaction')
                        update conversation.conversation set awaits_answer = true
                        where id = :id and state <> 'RESOLVED' and (select bool_and(failed) from said)""")
                .param("id", conversation)
                .update();
        if (waits > 0) {
            tell(conversations.required(conversation));
        }
    }

    private void tell(Conversation conversation) {
        observers.forEach(observer -> observer.unanswered(conversation, clock.instant()));
    }
}
