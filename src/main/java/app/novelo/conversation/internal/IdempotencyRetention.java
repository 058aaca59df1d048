package app.novelo.conversation.internal;

import app.novelo.platform.Hourly;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets {@code Idempotency-Key}s that no longer count: otherwise one row would stay for each message of a client. */
@Configuration(proxyBeanMethods = false)
class IdempotencyRetention {

    private static final int EVERY_HOURS = 1;

    @Bean
    JobDetail idempotencyRetentionJob() {
        return Hourly.job("idempotency-retention", Run.class);
    }

    @Bean
    Trigger idempotencyRetentionTrigger(JobDetail idempotencyRetentionJob) {
        return Hourly.every(EVERY_HOURS, idempotencyRetentionJob);
    }

    /** Quartz makes one for each run. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final IdempotencyKeys keys;

        Run(IdempotencyKeys keys) {
            this.keys = keys;
        }

        @Override
        public void execute(JobExecutionContext context) {
            keys.forgetOld();
        }
    }
}
