package app.novelo.conversation.internal;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets {@code Idempotency-Key}s that no longer count: otherwise one row would stay for each message of a client. */
@Configuration(proxyBeanMethods = false)
class IdempotencyRetention {

    private static final int EVERY_HOURS = 1;

    @Bean
    JobDetail idempotencyRetentionJob() {
        return JobBuilder.newJob(Run.class)
                .withIdentity("idempotency-retention")
                .storeDurably()
                .build();
    }

    @Bean
    Trigger idempotencyRetentionTrigger(JobDetail idempotencyRetentionJob) {
        return TriggerBuilder.newTrigger()
                .forJob(idempotencyRetentionJob)
                .withIdentity("idempotency-retention")
                .withSchedule(SimpleScheduleBuilder.repeatHourlyForever(EVERY_HOURS))
                .build();
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
