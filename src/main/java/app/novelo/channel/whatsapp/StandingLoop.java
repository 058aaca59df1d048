package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
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

/**
 * Reads how numbers and accounts stand: all of them every hour, which Quartz says, and one at once when something of it has
 * changed. One node reads.
 */
@Configuration(proxyBeanMethods = false)
class StandingLoop {

    private static final Duration POLL = Duration.ofSeconds(30);

    @Bean
    JobDetail lineHealthJob() {
        return Hourly.job("line-health", Run.class);
    }

    @Bean
    Trigger lineHealthTrigger(JobDetail lineHealthJob) {
        return Hourly.every(1, lineHealthJob);
    }

    /** Quartz makes one for each run. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final Lines lines;
        private final LineHealthRows rows;

        Run(Lines lines, LineHealthRows rows) {
            this.lines = lines;
            this.rows = rows;
        }

        @Override
        public void execute(JobExecutionContext context) {
            rows.due(lines.all());
        }
    }

    @Bean
    Loop standingReading(LineHealthRows rows, Lines lines, StandingReader reader, Wakeups wakeups) {
        var loop = new Loop("line-health", POLL, () -> readSome(rows, lines, reader));
        wakeups.listen(LineHealthRows.DUE, loop::wake);
        return loop;
    }

    private static boolean readSome(LineHealthRows rows, Lines lines, StandingReader reader) {
        var due = rows.takeDue().stream().flatMap(id -> lines.find(id).stream()).toList();
        due.stream().map(Line::accountId).distinct().forEach(reader::account);
        due.forEach(reader::number);
        return !due.isEmpty();
    }
}
