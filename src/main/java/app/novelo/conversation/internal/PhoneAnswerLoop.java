package app.novelo.conversation.internal;

import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goes after answers from the channel's own app that a kill has left, or whose case has been opened since. */
@Configuration(proxyBeanMethods = false)
class PhoneAnswerLoop {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneAnswerLoop.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final int BATCH = 20;

    private final JdbcClient jdbc;
    private final PhoneAnswers answers;

    PhoneAnswerLoop(JdbcClient jdbc, PhoneAnswers answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    @Bean
    Loop phoneAnswerTeller(Wakeups wakeups) {
        var loop = new Loop("phone-answers", POLL, this::tellSome);
        wakeups.listen(PhoneMessages.ANSWERED, loop::wake);
        return loop;
    }

    private boolean tellSome() {
        forgetOld();
        var due = take();
        due.stream().distinct().forEach(this::tell);
        return due.size() == BATCH;
    }

    private void tell(UUID conversation) {
        try {
            answers.tell(conversation);
        } catch (RuntimeException e) {
            LOG.warn("what follows from an answer in conversation {} is tried again", conversation, e);
        }
    }

    /** Whoever takes one and dies has only delayed it: 2, 4, 8 … seconds, at most 17 minutes. */
    private List<UUID> take() {
        return jdbc.sql(
                        """
                        update conversation.phone_answer set attempts = attempts + 1,
                          not_before = now() + interval '2 seconds' * pow(2, least(attempts, 9))
                        where message in (select message from conversation.phone_answer where not_before <= now()
                          order by not_before limit ? for update skip locked)
                        returning conversation""")
                .param(BATCH)
                .query(UUID.class)
                .list();
    }

    /** A case that has not been opened within a day is not what was answered. */
    private void forgetOld() {
        jdbc.sql("delete from conversation.phone_answer where taken and noted_at < now() - interval '1 day'")
                .update();
    }
}
