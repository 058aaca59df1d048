package app.novelo.channel.whatsapp;

import app.novelo.platform.Hourly;
import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pulls templates at start, once a day, and whenever somebody wants it. */
@Configuration(proxyBeanMethods = false)
class TemplateSyncLoop {

    private static final int EVERY_HOURS = 24;
    private static final Duration POLL = Duration.ofSeconds(5);

    @Bean
    Loop templateSyncWorker(TemplateSync sync, Wakeups wakeups) {
        var loop = new Loop("template-sync", POLL, sync::one);
        wakeups.listen(WantedSyncs.TEMPLATES, loop::wake);
        return loop;
    }

    @Bean
    JobDetail templateSyncJob() {
        return Hourly.job("template-sync", Run.class);
    }

    @Bean
    Trigger templateSyncTrigger(JobDetail templateSyncJob) {
        return Hourly.every(EVERY_HOURS, templateSyncJob);
    }

    /** Quartz makes one for each run. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final WantedSyncs wanted;

        Run(WantedSyncs wanted) {
            this.wanted = wanted;
        }

        @Override
        public void execute(JobExecutionContext context) {
            wanted.wantAll();
        }
    }
}
