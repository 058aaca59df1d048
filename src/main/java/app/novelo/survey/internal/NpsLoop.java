package app.novelo.survey.internal;

import app.novelo.platform.Hourly;
import app.novelo.platform.Loop;
import app.novelo.platform.NoveloSettings;
import java.time.Duration;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Works rounds off, and begins one by the calendar where a setting says so. */
@Configuration(proxyBeanMethods = false)
class NpsLoop {

    private static final Duration POLL = Duration.ofSeconds(15);

    @Bean
    Loop beginNpsSurveys(NpsRound round) {
        return new Loop("nps", POLL, round::portion);
    }

    @Bean
    JobDetail npsRoundJob() {
        return Hourly.job("nps-round", Run.class);
    }

    @Bean
    @ConditionalOnExpression("!'${novelo.survey.nps-cron:}'.isBlank()")
    Trigger npsRoundTrigger(SurveySettings survey, JobDetail npsRoundJob, NoveloSettings novelo) {
        return TriggerBuilder.newTrigger()
                .forJob(npsRoundJob)
                .withIdentity(npsRoundJob.getKey().getName())
                .withSchedule(CronScheduleBuilder.cronSchedule(survey.npsCron())
                        .inTimeZone(TimeZone.getTimeZone(novelo.timeZone()))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }

    /** Quartz makes one for each run. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final NpsRounds rounds;
        private final SurveySettings settings;

        Run(NpsRounds rounds, SurveySettings settings) {
            this.rounds = rounds;
            this.settings = settings;
        }

        @Override
        public void execute(JobExecutionContext context) {
            if (!settings.npsCron().isBlank()) { // else Quartz still has the trigger of a setting that was taken away
                rounds.begin(new NpsRounds.Audience(null, null, settings.npsServedDays(), null), null);
            }
        }
    }
}
