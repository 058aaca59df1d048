package app.novelo.channel.internal;

import app.novelo.platform.Hourly;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raw deliveries by the day of their arrival: a partition for each of the next days, and old ones dropped whole. Belongs to
 * the calendar, so Quartz runs it, on one node.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryDays {

    private static final int EVERY_HOURS = 6;

    @Bean
    JobDetail deliveryDaysJob() {
        return Hourly.job("delivery-days", Run.class);
    }

    @Bean
    Trigger deliveryDaysTrigger(JobDetail deliveryDaysJob) {
        return Hourly.every(EVERY_HOURS, deliveryDaysJob);
    }

    /** Quartz makes one for each run. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final Partitions partitions;

        Run(Partitions partitions) {
            this.partitions = partitions;
        }

        @Override
        public void execute(JobExecutionContext context) {
            partitions.keep();
        }
    }

    /** The partitions of {@code channel.delivery}; technical time, as its column has. */
    @Component
    static class Partitions implements InitializingBean {

        private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
        private static final int AHEAD = 3;
        private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;

        private final JdbcClient jdbc;
        private final ChannelSettings settings;

        Partitions(JdbcClient jdbc, ChannelSettings settings) {
            this.jdbc = jdbc;
            this.settings = settings;
        }

        @Override
        public void afterPropertiesSet() {
            keep();
        }

        void keep() {
            var today = jdbc.sql("select (now() at time zone 'UTC')::date")
                    .query(LocalDate.class)
                    .single();
            IntStream.rangeClosed(1, AHEAD).mapToObj(today::plusDays).forEach(this::create);
            dropBefore(today.minusDays(settings.keepDeliveries().toDays()));
        }

        /**
         * Never for today: a partition cannot be cut out of what the default one may hold already. A clock that once ran
         * ahead has left some of a later day there as well, and another node may be just as quick: that ends no start.
         */
        private void create(LocalDate day) {
            try {
                jdbc.sql(
                                "create table if not exists channel.%s partition of channel.delivery for values from ('%s') to ('%s')"
                                        .formatted(name(day), utc(day), utc(day.plusDays(1))))
                        .update();
            } catch (DataIntegrityViolationException | BadSqlGrammarException e) {
                LOG.warn("deliveries of {} stay in the default partition: {}", day, e.getMessage());
            }
        }

        private static String utc(LocalDate day) {
            return day + " 00:00:00+00";
        }

        private static String name(LocalDate day) {
            return "delivery_" + SUFFIX.format(day);
        }

        /** What was not split yet is never dropped, however old. */
        private void dropBefore(LocalDate day) {
            var unsplit = jdbc.sql("select exists (select 1 from channel.unsplit where received_at < ?::date)")
                    .param(day)
                    .query(Boolean.class)
                    .single();
            if (unsplit) {
                return;
            }
            jdbc.sql(
                            "select relname from pg_class where relnamespace = 'channel'::regnamespace and relname ~ '^delivery_\\d{8}$' and relname < ?")
                    .param(name(day))
                    .query(String.class)
                    .list()
                    .forEach(old -> jdbc.sql("drop table channel." + old).update());
            jdbc.sql("delete from channel.delivery_rest where received_at < ?::date")
                    .param(day)
                    .update();
        }
    }
}
