package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.platform.Events;
import app.novelo.platform.Wakeups;
import app.novelo.support.Database;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Templates on a database of their own, with a clock that a test moves and one line of account {@code 900}. */
class TemplateTables {

    static final Line LINE = new Line(UUID.randomUUID(), "whatsapp", "1", "+55 11 4000-1000", StubGraph.ACCOUNT);

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration/channel");

    final DataSource database = Database.fresh();
    final JdbcClient jdbc = JdbcClient.create(database);
    final ObjectMapper json = new ObjectMapper();
    final List<String> events = new ArrayList<>();
    final Lines lines = new OneLine();
    private Instant now = Instant.parse("2026-11-27T10:00:00Z");
    final Clock clock = new TestClock();
    final TemplateCopies copies = new TemplateCopies(jdbc, json, clock);
    final TemplateLedger ledger = new TemplateLedger(copies, jdbc, new Noting(), clock);
    final WantedSyncs wanted = new WantedSyncs(jdbc, lines, new Silent(), clock);
    final JdbcTransactionManager transactions = new JdbcTransactionManager(database);

    TemplateTables() throws IOException {
        for (var file : List.of("V20261122_2110__channel_create.sql", "V20261127_1100__channel_template.sql")) {
            jdbc.sql(Files.readString(MIGRATIONS.resolve(file))).update();
        }
    }

    /** As if nothing had been there before. */
    void empty() {
        jdbc.sql("truncate channel.template, channel.template_change, channel.template_sync")
                .update();
        events.clear();
    }

    TemplateSync sync(StubGraph graph) {
        return new TemplateSync(wanted, new TemplatePull(graph.calls()), copies, ledger, transactions);
    }

    void passes(Duration duration) {
        now = now.plus(duration);
    }

    Instant now() {
        return now;
    }

    /** @param told as Meta tells it, with single quotes */
    StoredTemplate given(String told) {
        var id = ledger.add(StubGraph.ACCOUNT, MetaTemplate.read(read(told)).orElseThrow(), null);
        events.clear();
        return copies.find(id).orElseThrow();
    }

    /** An approved one with these components, named {@code x} in {@code pt_BR}. */
    StoredTemplate approved(String category, String components) {
        return given("{'id':'7','name':'x','language':'pt_BR','status':'APPROVED','category':'%s','components':%s}"
                .formatted(category, components));
    }

    StoredTemplate fresh(StoredTemplate template) {
        return copies.find(template.id()).orElseThrow();
    }

    JsonNode read(String text) {
        try {
            return json.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private final class TestClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    private static final class OneLine implements Lines {

        @Override
        public Optional<Line> find(UUID id) {
            return Optional.of(LINE).filter(line -> line.id().equals(id));
        }

        @Override
        public Optional<Line> find(String channel, String providerId) {
            return Optional.of(LINE);
        }

        @Override
        public List<Line> all() {
            return List.of(LINE);
        }
    }

    private final class Noting implements Events {

        @Override
        public void append(String type, Map<String, ?> data) {
            events.add(type + " " + data.get("what"));
        }

        @Override
        public void appendAll(String type, List<Map<String, Object>> data) {
            data.forEach(one -> append(type, one));
        }
    }

    private static final class Silent implements Wakeups {

        @Override
        public void signal(String topic) {}

        @Override
        public void listen(String topic, Runnable action) {}
    }
}
