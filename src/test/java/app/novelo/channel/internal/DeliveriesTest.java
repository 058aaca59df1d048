package app.novelo.channel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.InboundMessage;
import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.channel.NoticeHandler;
import app.novelo.channel.Past;
import app.novelo.channel.Splitter;
import app.novelo.channel.StatusUpdate;
import app.novelo.platform.Wakeups;
import app.novelo.support.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** How raw deliveries are split, and kept by the day. */
class DeliveriesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration/channel");
    private static final int MEGABYTE = 1 << 20;

    private final DataSource database = Database.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Deliveries deliveries = new Deliveries(
            jdbc,
            new JdbcTransactionManager(database),
            List.of(new Noting()),
            new ElementStore(new JdbcTemplate(database), new NoLines(), nobody(), Clock.systemUTC(), new Silent()),
            new SetAsideStore(jdbc, Clock.systemUTC()));

    @BeforeEach
    void tables() throws IOException {
        jdbc.sql(Files.readString(MIGRATIONS.resolve("V20261122_2110__channel_create.sql")))
                .update();
        jdbc.sql(Files.readString(MIGRATIONS.resolve("V20261127_0900__channel_notice_handling.sql")))
                .update();
    }

    private static NoticeHandlers nobody() {
        return new NoticeHandlers(new DefaultListableBeanFactory().getBeanProvider(NoticeHandler.class));
    }

    @Test
    void splitsManySmallOnesTogether() {
        givenDeliveries(60, 100);

        assertThat(deliveries.splitSome()).as("there is more").isTrue();
        assertThat(unsplit()).isEqualTo(10);
        assertThat(deliveries.splitSome()).isFalse();
        assertThat(unsplit()).isZero();
    }

    /** After hours without a database Meta brings all at once; read together they would take more heap than there is. */
    @Test
    void takesLargeOnesInPortions() {
        givenDeliveries(7, 3 * MEGABYTE);

        assertThat(deliveries.splitSome()).as("there is more").isTrue();
        assertThat(unsplit()).isEqualTo(5);
        while (deliveries.splitSome()) {
            assertThat(unsplit()).isPositive();
        }
        assertThat(unsplit()).isZero();
        assertThat(notices()).isEqualTo(7);
    }

    @Test
    void takesOneThatIsLargerThanAPortion() {
        givenDeliveries(2, 9 * MEGABYTE);

        assertThat(deliveries.splitSome()).isTrue();
        assertThat(deliveries.splitSome()).isFalse();
        assertThat(notices()).isEqualTo(2);
    }

    /** A clock that ran ahead for a while has left some of a later day outside that day's partition. */
    @Test
    void startsAlthoughADayCannotHaveItsPartition() {
        jdbc.sql("insert into channel.delivery (app, body, received_at) values ('x', '', now() + interval '2 days')")
                .update();

        new DeliveryDays.Partitions(jdbc, new ChannelSettings(4, java.time.Duration.ofDays(30))).keep();

        assertThat(jdbc.sql("select count(*) from pg_class where relname ~ '^delivery_\\d{8}$'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private void givenDeliveries(int count, int bytes) {
        var inbox = new JdbcRawInbox(new JdbcTemplate(database), new Silent());
        IntStream.range(0, count).forEach(n -> inbox.store("any", new byte[bytes]));
    }

    private int unsplit() {
        return jdbc.sql("select count(*) from channel.unsplit")
                .query(Integer.class)
                .single();
    }

    private int notices() {
        return jdbc.sql("select count(*) from channel.notice")
                .query(Integer.class)
                .single();
    }

    /** Makes one notice of each delivery. */
    private static final class Noting implements Splitter {

        @Override
        public boolean reads(String app) {
            return true;
        }

        @Override
        public List<Element> split(byte[] body) {
            return List.of(new Notice("", "size", Integer.toString(body.length)));
        }

        @Override
        public InboundMessage message(Line line, String payload) {
            throw new IllegalArgumentException("it makes none");
        }

        @Override
        public Past past(Line line, String payload) {
            throw new IllegalArgumentException("it makes none");
        }

        @Override
        public StatusUpdate status(String payload) {
            throw new IllegalArgumentException("it makes none");
        }
    }

    private static final class NoLines implements Lines {

        @Override
        public Optional<Line> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public Optional<Line> find(String channel, String providerId) {
            return Optional.empty();
        }

        @Override
        public List<Line> all() {
            return List.of();
        }
    }

    private static final class Silent implements Wakeups {

        @Override
        public void signal(String topic) {}

        @Override
        public void listen(String topic, Runnable action) {}
    }
}
