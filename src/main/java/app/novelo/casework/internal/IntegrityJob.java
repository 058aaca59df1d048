package app.novelo.casework.internal;

import app.novelo.platform.Hourly;
import app.novelo.platform.Nightly;
import app.novelo.platform.NoveloSettings;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Checks every night whether rows and processes fit together, when few people work. */
@Configuration(proxyBeanMethods = false)
class IntegrityJob {

    private static final int HOUR = 3;
    private static final int MINUTE = 17;

    @Bean
    JobDetail integrityCheckJob() {
        return Hourly.job("integrity", Run.class);
    }

    @Bean
    Trigger integrityCheckTrigger(JobDetail integrityCheckJob, NoveloSettings settings) {
        return Nightly.at(HOUR, MINUTE, settings.timeZone(), integrityCheckJob);
    }

    /** Quartz makes one for each run. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final Integrity integrity;

        Run(Integrity integrity) {
            this.integrity = integrity;
        }

        @Override
        public void execute(JobExecutionContext context) {
            integrity.check(null);
        }
    }
}
