package app.novelo.conversation.internal;

import app.novelo.conversation.Conversations;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.Hourly;
import java.time.Clock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends conversations that the company began and the customer never answered: no process has them, and nothing else would. */
@Configuration(proxyBeanMethods = false)
class UnansweredBeginnings {

    private static final Logger LOG = LoggerFactory.getLogger(UnansweredBeginnings.class);
    private static final int EVERY_HOURS = 1;

    @Bean
    JobDetail unansweredBeginningsJob() {
        return Hourly.job("unanswered-beginnings", Run.class);
    }

    @Bean
    Trigger unansweredBeginningsTrigger(JobDetail unansweredBeginningsJob) {
        return Hourly.every(EVERY_HOURS, unansweredBeginningsJob);
    }

    /** Quartz makes one for each run. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final BegunConversations rows;
        private final Conversations conversations;
        private final Turns turns;
        private final BeginningSettings settings;
        private final Clock clock;

        Run(
                BegunConversations rows,
                Conversations conversations,
                Turns turns,
                BeginningSettings settings,
                Clock clock) {
            this.rows = rows;
            this.conversations = conversations;
            this.turns = turns;
            this.settings = settings;
            this.clock = clock;
        }

        @Override
        public void execute(JobExecutionContext context) {
            var since = clock.instant().minus(settings.unansweredAfter());
            for (var id : rows.unansweredSince(since)) {
                try {
                    turns.inTurn(Turn.ofConversation(id.toString()), () -> {
                        if (rows.isUnanswered(id, since)) {
                            conversations.resolve(id, clock.instant());
                        }
                    });
                } catch (RuntimeException e) {
                    LOG.warn("conversation {}, which nobody answered, could not be ended; it is tried again", id, e);
                }
            }
        }
    }
}
