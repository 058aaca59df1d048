package app.novelo.platform;

import java.time.ZoneId;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/** Work that Quartz does once a night, on one of the nodes; its job is {@link Hourly#job}. */
public final class Nightly {

    private Nightly() {}

    /** @param zone the company's; a night in which no node was up is made up for at the next start */
    public static Trigger at(int hour, int minute, ZoneId zone, JobDetail job) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withIdentity(job.getKey().getName())
                .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(hour, minute)
                        .inTimeZone(TimeZone.getTimeZone(zone))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }
}
