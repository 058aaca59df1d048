package app.novelo.channel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.AccountNotice;
import app.novelo.channel.NoticeHandler;
import app.novelo.support.Database;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the channel tells outside of conversations reaches whoever acts on it. */
class WaitingNoticesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration/channel");

    private final DataSource database = Database.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Noting handler = new Noting();
    private final WaitingNotices notices = new WaitingNotices(
            jdbc, new JdbcTransactionManager(database), new NoticeHandlers(only(handler)), new ObjectMapper());

    private static ObjectProvider<NoticeHandler> only(NoticeHandler handler) {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("handler", handler);
        return beans.getBeanProvider(NoticeHandler.class);
    }

    @BeforeEach
    void tables() throws IOException {
        for (var file : List.of("V20261122_2110__channel_create.sql", "V20261127_0900__channel_notice_handling.sql")) {
            jdbc.sql(Files.readString(MIGRATIONS.resolve(file))).update();
        }
    }

    @Test
    void areHandledInTheOrderOfTheirArrival() {
        given("quality", "1");
        given("review", "2");
        given("quality", "3");

        handleAll();

        assertThat(handler.values).containsExactly("900:quality:1", "900:review:2", "900:quality:3");
        assertThat(waiting()).isZero();
    }

    @Test
    void waitBehindOneOfTheirFieldThatFailsAndPassOneOfAnother() {
        given("quality", "\"bad\"");
        given("quality", "2");
        given("review", "3");

        handleAll();

        assertThat(handler.values).containsExactly("900:review:3");
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void goOnAfterOneThatFailedFiveTimesWhichAManagerTriesAgain() {
        given("quality", "\"bad\"");
        given("quality", "2");

        for (int attempt = 1; attempt <= 5; attempt++) {
            handleAll();
            jdbc.sql("update channel.notice set not_before = now()").update();
        }
        handleAll();

        assertThat(handler.values).containsExactly("900:quality:2");
        assertThat(problems()).containsExactly("IllegalStateException");

        handler.bad = "nothing";
        assertThat(notices.again(1)).isTrue();
        handleAll();

        assertThat(handler.values).containsExactly("900:quality:2", "900:quality:bad");
        assertThat(problems()).isEmpty();
        assertThat(notices.again(99)).isFalse();
    }

    @Test
    void leaveNothingBehindOfAnAttemptThatFails() {
        given("quality", "\"half\"");

        handleAll();

        assertThat(jdbc.sql("select count(*) from channel.line")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void given(String field, String payload) {
        jdbc.sql(
                        """
                        insert into channel.notice (at, delivery, account, field, payload, waits)
                        values (now(), 1, '900', ?, ?, true)""")
                .param(field)
                .param(payload)
                .update();
    }

    private void handleAll() {
        while (notices.handleOne()) {
            assertThat(handler.values).hasSizeLessThan(10);
        }
    }

    private int waiting() {
        return jdbc.sql("select count(*) from channel.notice where waits")
                .query(Integer.class)
                .single();
    }

    private List<String> problems() {
        return jdbc.sql("select problem from channel.notice where problem is not null")
                .query(String.class)
                .list();
    }

    private final class Noting implements NoticeHandler {

        final List<String> values = new ArrayList<>();
        String bad = "bad";

        @Override
        public Set<String> fields() {
            return Set.of("quality", "review");
        }

        @Override
        public void handle(AccountNotice notice) {
            var value = notice.value().asText();
            if (value.equals("half")) {
                jdbc.sql(
                                """
                                insert into channel.line (id, channel, provider_id, display, account_id)
                                values (gen_random_uuid(), 'whatsapp', '1', '1', '1')""")
                        .update();
            }
            if (value.equals(bad) || value.equals("half")) {
                throw new IllegalStateException("not today");
            }
            values.add(notice.account() + ":" + notice.field() + ":" + value);
        }
    }
}
