package app.novelo.followup.internal;

import app.novelo.platform.Hourly;
import app.novelo.platform.Nightly;
import app.novelo.platform.NoveloSettings;
import java.time.Clock;
import java.time.Duration;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every night for customers who have fallen silent, and forgets what is long over, when few people work. */
@Configuration(proxyBeanMethods = false)
class ReengagementNight {

    private static final int HOUR = 4;
    private static final int MINUTE = 23;

    /** A year, in which the same event of the same subject is not begun anew, and a month. */
    private static final Duration KEPT = Duration.ofDays(396);

    private static final int PORTION = 500;

    @Bean
    JobDetail silentCustomersJob() {
        return Hourly.job("silent-customers", Run.class);
    }

    @Bean
    Trigger silentCustomersTrigger(JobDetail silentCustomersJob, NoveloSettings settings) {
        return Nightly.at(HOUR, MINUTE, settings.timeZone(), silentCustomersJob);
    }

    /** Quartz makes one for each run. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final ReengagementSilence silence;
        private final ReengagementSettings settings;
        private final ReengagementRows rows;
        private final Clock clock;

        Run(ReengagementSilence silence, ReengagementSettings settings, ReengagementRows rows, Clock clock) {
            this.silence = silence;
            this.settings = settings;
            this.rows = rows;
            this.clock = clock;
        }

        @Override
        public void execute(JobExecutionContext context) {
            for (int days : settings.silentDays()) {
                while (silence.findSome(days)) {
                    // the next portion, in a transaction of its own
                }
            }
            while (rows.forgetBefore(clock.instant().minus(KEPT), PORTION) == PORTION) {
                // the next portion
            }
        }
    }
}
