package app.novelo.conversation.internal;

import app.novelo.platform.Hourly;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for conversations that the customer has left unanswered. */
@Configuration(proxyBeanMethods = false)
class SilenceJob {

    private static final int EVERY_HOURS = 1;

    @Bean
    JobDetail silentConversationsJob() {
        return Hourly.job("silent-conversations", Run.class);
    }

    @Bean
    Trigger silentConversationsTrigger(JobDetail silentConversationsJob) {
        return Hourly.every(EVERY_HOURS, silentConversationsJob);
    }

    /** Quartz makes one for each run. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final SilentConversations silent;

        Run(SilentConversations silent) {
            this.silent = silent;
        }

        @Override
        public void execute(JobExecutionContext context) {
            silent.end();
        }
    }
}
