package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.channel.Draft;
import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.channel.OutboundChannel;
import app.novelo.channel.OutboundMessage;
import app.novelo.channel.SendOutcome;
import app.novelo.channel.Templates;
import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import app.novelo.engine.RemoteTasks;
import app.novelo.media.MediaStore;
import app.novelo.platform.Events;
import app.novelo.platform.Nodes;
import app.novelo.platform.NoveloSettings;
import app.novelo.platform.Wakeups;
import app.novelo.support.Schema;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What stores, allows and lets go messages, on real tables, without the engine, the loops and the channel: hundreds of
 * histories with a clock of their own take seconds.
 */
final class Rows implements AutoCloseable {

    static final Line ONE = new Line(new UUID(1, 1), "whatsapp", "1001", "+55 11 4000-1000", "900");
    static final Line OTHER = new Line(new UUID(2, 2), "whatsapp", "1002", "+55 11 4000-2000", "900");

    private static final List<Class<?>> OWN = List.of(
            Amendments.class,
            CallEntries.class,
            ContentJson.class,
            ContentRules.class,
            ConsentNews.class,
            Departures.class,
            EditedMessages.class,
            FailureMarks.class,
            InboundConversations.class,
            InboundStore.class,
            MediaRows.class,
            MergedConversations.class,
            MessageRows.class,
            OptOutWishes.class,
            Permission.class,
            PreferenceNotices.class,
            QueuedMessages.class,
            TemplateWords.class,
            SaidMessages.class,
            Senders.class,
            ServiceWindows.class,
            Imported.class,
            PhoneMessages.class,
            StoredConversations.class,
            StoredSendQueue.class,
            StoredUndriven.class,
            Unanswered.class);

    private static final List<String> OF_CUSTOMERS = List.of(
            "AddressBook",
            "Changes",
            "ConsentRows",
            "CustomerRows",
            "CustomersByWords",
            "SearchTerms",
            "Holding",
            "IdentityRows",
            "Learning",
            "Merging",
            "Occurrences",
            "Recognition",
            "StoredConsents",
            "CustomerOwners",
            "StoredCustomers");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Rows() {
        context.register(Surroundings.class);
        OWN.forEach(context::register);
        OF_CUSTOMERS.forEach(name -> context.register(find("app.novelo.customer.internal." + name)));
        context.register(find("app.novelo.ai.internal.OptOutRule"));
        context.refresh();
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return the(JdbcClient.class);
    }

    MovedByHand clock() {
        return the(MovedByHand.class);
    }

    /** Each act of a history is a transaction of its own. */
    void act(Runnable work) {
        the(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    @Override
    public void close() {
        context.close();
    }

    /** Business time. */
    static final class MovedByHand extends Clock {

        private Instant now = Instant.parse("2026-10-01T12:00:00Z");

        void set(Instant moment) {
            now = moment;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** No configuration by annotation: the program of other tests would find it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Surroundings {

        @Bean
        HikariDataSource database() {
            var pool = new HikariDataSource();
            pool.setDataSource(Schema.fresh());
            pool.setMaximumPoolSize(3);
            return pool;
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        JdbcTemplate template(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        MovedByHand clock() {
            return new MovedByHand();
        }

        @Bean
        ObjectMapper json() {
            return JsonMapper.builder().addModule(new JavaTimeModule()).build();
        }

        @Bean
        Events events() {
            return new Events() {
                @Override
                public void append(String type, Map<String, ?> data) {}

                @Override
                public void appendAll(String type, List<Map<String, Object>> data) {}
            };
        }

        @Bean
        NoveloSettings settings() {
            return new NoveloSettings(Path.of("."), Locale.forLanguageTag("pt-BR"), ZoneOffset.UTC, "");
        }

        @Bean
        Wakeups wakeups() {
            return Mockito.mock(Wakeups.class);
        }

        @Bean
        Nodes nodes() {
            var nodes = Mockito.mock(Nodes.class);
            Mockito.when(nodes.own()).thenReturn("one");
            return nodes;
        }

        @Bean
        RemoteTasks tasks() {
            return Mockito.mock(RemoteTasks.class);
        }

        @Bean
        OptOutAnswers answers() {
            return Mockito.mock(OptOutAnswers.class);
        }

        /** Whatever is asked for is approved as it is. */
        @Bean
        Templates templates() {
            var templates = Mockito.mock(Templates.class);
            Mockito.when(templates.fill(Mockito.any(), Mockito.any())).thenAnswer(call -> {
                Content.Template asked = call.getArgument(1);
                return new Templates.Filled(asked.name(), asked, null);
            });
            return templates;
        }

        @Bean
        MediaUploads uploads() {
            return Mockito.mock(MediaUploads.class);
        }

        @Bean
        MediaStore files() {
            return Mockito.mock(MediaStore.class);
        }

        @Bean
        Queues queues() {
            var queues = Mockito.mock(Queues.class);
            Mockito.when(queues.existing(ArgumentMatchers.any())).thenReturn(Queue.TRIAGE);
            return queues;
        }

        @Bean
        Lines lines() {
            return new Lines() {
                @Override
                public Optional<Line> find(UUID id) {
                    return all().stream().filter(line -> line.id().equals(id)).findFirst();
                }

                @Override
                public Optional<Line> find(String channel, String providerId) {
                    return all().stream()
                            .filter(line -> line.providerId().equals(providerId))
                            .findFirst();
                }

                @Override
                public List<Line> all() {
                    return List.of(ONE, OTHER);
                }
            };
        }

        @Bean
        Channels channels() {
            return new Channels(List.of(new TakesAll()), List.of());
        }
    }

    /** Refuses nothing by itself. */
    private static final class TakesAll implements OutboundChannel {

        @Override
        public String channel() {
            return "whatsapp";
        }

        @Override
        public void check(Draft draft) {}

        @Override
        public SendOutcome send(OutboundMessage message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SendOutcome markRead(Line line, String providerId, boolean typing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SendOutcome.Reason meaning(int code) {
            return SendOutcome.Reason.UNDELIVERABLE;
        }
    }
}
