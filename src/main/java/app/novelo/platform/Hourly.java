package app.novelo.platform;

import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/** Work that Quartz repeats by the hour, on one of the nodes; both parts are beans. */
public final class Hourly {

    private Hourly() {}

    /** @param name of the job and its trigger in Quartz's tables; under another name both would run */
    public static JobDetail job(String name, Class<? extends Job> work) {
        return JobBuilder.newJob(work).withIdentity(name).storeDurably().build();
    }

    /** @param hours from one run to the next, and the first at once */
    public static Trigger every(int hours, JobDetail job) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withIdentity(job.getKey().getName())
                .withSchedule(SimpleScheduleBuilder.repeatHourlyForever(hours))
                .build();
    }
}
