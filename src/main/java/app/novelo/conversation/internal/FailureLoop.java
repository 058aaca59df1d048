package app.novelo.conversation.internal;

import app.novelo.conversation.internal.LateFailures.LateFailure;
import app.novelo.platform.Loop;
import app.novelo.platform.Sql;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells conversation, line and case of messages that failed late. One that cannot be told holds up none of the others. */
@Configuration(proxyBeanMethods = false)
class FailureLoop {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLoop.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final int BATCH = 20;

    private final JdbcClient jdbc;
    private final FailureNews news;
    private final SentTemplates templates;

    FailureLoop(JdbcClient jdbc, FailureNews news, SentTemplates templates) {
        this.jdbc = jdbc;
        this.news = news;
        this.templates = templates;
    }

    @Bean
    Loop failureTeller(Wakeups wakeups) {
        var loop = new Loop("failures", POLL, this::tellSome);
        wakeups.listen(LateFailures.FAILED, loop::wake);
        return loop;
    }

    private boolean tellSome() {
        var due = take();
        due.forEach(this::tell);
        return due.size() == BATCH;
    }

    private void tell(LateFailure failure) {
        try {
            templates.failed(failure);
            news.tell(failure);
        } catch (RuntimeException e) {
            LOG.warn("nobody could be told that message {} failed; it is tried again", failure.message(), e);
        }
    }

    /** Whoever takes one and dies has only delayed it: 2, 4, 8 … seconds, at most 17 minutes. */
    private List<LateFailure> take() {
        return jdbc.sql(
                        """
                        update conversation.failed_message set attempts = attempts + 1,
                          not_before = now() + interval '2 seconds' * pow(2, least(attempts, 9))
                        where message in (select message from conversation.failed_message where not_before <= now()
                          order by not_before limit ? for update skip locked)
                        returning message, conversation, code, failed_at""")
                .param(BATCH)
                .query((row, n) -> new LateFailure(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        Sql.instant(row, "failed_at")))
                .list();
    }
}
