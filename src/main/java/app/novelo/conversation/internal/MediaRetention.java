package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.media.MediaStore;
import app.novelo.platform.Hourly;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes uploads that no message took within a day. */
@Configuration(proxyBeanMethods = false)
class MediaRetention {

    private static final int EVERY_HOURS = 1;

    @Bean
    JobDetail mediaRetentionJob() {
        return Hourly.job("media-retention", Run.class);
    }

    @Bean
    Trigger mediaRetentionTrigger(JobDetail mediaRetentionJob) {
        return Hourly.every(EVERY_HOURS, mediaRetentionJob);
    }

    /** Quartz makes one for each run. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private static final Duration LOOSE = Duration.ofHours(24);

        private final JdbcClient jdbc;
        private final MediaStore store;
        private final Clock clock;

        Run(JdbcClient jdbc, MediaStore store, Clock clock) {
            this.jdbc = jdbc;
            this.store = store;
            this.clock = clock;
        }

        @Override
        public void execute(JobExecutionContext context) {
            jdbc.sql(
                            "delete from conversation.media where conversation is null and not kept and created_at < ? returning id")
                    .param(time(clock.instant().minus(LOOSE)))
                    .query(UUID.class)
                    .list()
                    .forEach(store::delete);
        }
    }
}
