package app.novelo.conversation.internal;

import app.novelo.platform.Hourly;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes uploads that no message took within a day, and drafts that nobody will finish. */
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

        private final UnsentUploads unsent;
        private final AbandonedDrafts drafts;

        Run(UnsentUploads unsent, AbandonedDrafts drafts) {
            this.unsent = unsent;
            this.drafts = drafts;
        }

        @Override
        public void execute(JobExecutionContext context) {
            unsent.forgetOld();
            drafts.drop();
        }
    }
}
