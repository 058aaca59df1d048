package app.novelo.conversation.internal;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A customer whom an answer did not reach has none. */
@Component
class Unanswered {

    private final JdbcClient jdbc;

    Unanswered(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Called when a message to him has failed, in the conversation's turn. */
    void again(UUID conversation) {
        jdbc.sql(
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
    }
}
