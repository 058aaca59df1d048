package app.novelo.platform.internal;

import app.novelo.platform.Hourly;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The event log is a channel between writer and readers, not a history: what all readers have passed long ago is removed.
 */
@Configuration(proxyBeanMethods = false)
class EventRetention {

    private static final int EVERY_HOURS = 6;

    @Bean
    JobDetail eventRetentionJob() {
        return Hourly.job("event-retention", Run.class);
    }

    @Bean
    Trigger eventRetentionTrigger(JobDetail eventRetentionJob) {
        return Hourly.every(EVERY_HOURS, eventRetentionJob);
    }

    /** Quartz makes one for each run. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final JdbcClient jdbc;

        Run(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        /** Business time, as the column has: a sandbox that is moved on forgets sooner. */
        @Override
        public void execute(JobExecutionContext context) {
            jdbc.sql(
                            """
                            delete from platform.event where at < (select max(at) from platform.event) - interval '30 days'""")
                    .update();
        }
    }
}
