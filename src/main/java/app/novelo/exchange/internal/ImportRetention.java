package app.novelo.exchange.internal;

import static app.novelo.platform.Sql.time;

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

/** Forgets imports with their files and bad rows, which hold what people wrote and how they are called. */
@Configuration(proxyBeanMethods = false)
class ImportRetention {

    private static final int EVERY_HOURS = 1;

    /** Business time since it was brought, for what was not started, or refused. */
    static final Duration UNSTARTED = Duration.ofDays(7);

    /** Business time since it ended: so long its report can be read. */
    static final Duration ENDED = Duration.ofDays(30);

    @Bean
    JobDetail importRetentionJob() {
        return Hourly.job("import-retention", Run.class);
    }

    @Bean
    Trigger importRetentionTrigger(JobDetail importRetentionJob) {
        return Hourly.every(EVERY_HOURS, importRetentionJob);
    }

    /** Quartz makes one for each run. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final JdbcClient jdbc;
        private final ImportDesk desk;
        private final Clock clock;

        Run(JdbcClient jdbc, ImportDesk desk, Clock clock) {
            this.jdbc = jdbc;
            this.desk = desk;
            this.clock = clock;
        }

        @Override
        public void execute(JobExecutionContext context) {
            var now = clock.instant();
            jdbc.sql(
                            """
                            select id from exchange.import
                            where state in ('READY', 'REFUSED', 'READING') and created_at < ? or state in ('DONE', 'FAILED') and ended_at < ?""")
                    .param(time(now.minus(UNSTARTED)))
                    .param(time(now.minus(ENDED)))
                    .query(UUID.class)
                    .list()
                    .forEach(desk::forget);
        }
    }
}
