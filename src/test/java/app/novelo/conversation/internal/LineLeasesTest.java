package app.novelo.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.ChannelError;
import app.novelo.platform.Events;
import app.novelo.platform.Nodes;
import app.novelo.support.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which node sends for a line. */
class LineLeasesTest {

    private final JdbcClient jdbc = JdbcClient.create(Database.fresh());
    private final List<String> toldTypes = new ArrayList<>();
    private final Events told = new Events() {
        @Override
        public void append(String type, Map<String, ?> data) {
            toldTypes.add(type + " " + data.get("line"));
        }

        @Override
        public void appendAll(String type, List<Map<String, Object>> data) {
            data.forEach(one -> append(type, one));
        }
    };
    private final LineLeases one = new LineLeases(jdbc, node("one"), told);
    private final LineLeases other = new LineLeases(jdbc, node("other"), told);
    private final UUID line = UUID.randomUUID();

    @BeforeEach
    void aMessageWaits() {
        jdbc.sql(
                        """
                        create schema conversation;
                        create table conversation.outgoing (line uuid not null, state text not null, not_before timestamptz not null);
                        create table conversation.line_lease (line uuid primary key, node text not null,
                          held_until timestamptz not null, paused_until timestamptz, paused_why text, paused_code integer, paused_since timestamptz)""")
                .update();
        jdbc.sql("insert into conversation.outgoing values (?, 'QUEUED', now())")
                .param(line)
                .update();
    }

    @Test
    void isOneAtATimeAndStaysItAsLongAsItAsks() {
        assertThat(one.held()).containsExactly(line);
        assertThat(other.held()).isEmpty();
        assertThat(one.held()).containsExactly(line);
    }

    @Test
    void isAnotherOnceTheLeaseIsOver() {
        one.held();
        jdbc.sql("update conversation.line_lease set held_until = now() - interval '1 second'")
                .update();

        assertThat(other.held()).containsExactly(line);
        assertThat(one.held()).isEmpty();
    }

    @Test
    void triesALineMoreSeldomTheLongerItIsRefused() {
        one.held();
        var refusal = new ChannelError(190, "no", null);

        one.pause(line, refusal, Duration.ofMinutes(1));
        assertThat(minutesPaused()).isEqualTo(1);

        letItBePausedFor("7 minutes");
        one.pause(line, refusal, Duration.ofMinutes(1));
        assertThat(minutesPaused()).isEqualTo(7);

        letItBePausedFor("3 days");
        one.pause(line, refusal, Duration.ofMinutes(1));
        assertThat(minutesPaused()).isEqualTo(15);
    }

    private long minutesPaused() {
        return jdbc.sql("select round(extract(epoch from paused_until - now()) / 60) from conversation.line_lease")
                .query(Long.class)
                .single();
    }

    private void letItBePausedFor(String time) {
        jdbc.sql("update conversation.line_lease set paused_since = now() - ?::interval")
                .param(time)
                .update();
    }

    @Test
    void isNobodyWhileTheLineIsPaused() {
        one.held();
        one.pause(line, new ChannelError(190, "no", null), Duration.ofMinutes(1));

        assertThat(one.held()).isEmpty();

        one.resume(line);
        assertThat(one.held()).containsExactly(line);
    }

    @Test
    void tellsThatALineStopsAndGoesOnButNotThatItJustGoes() {
        one.held();
        one.resume(line);
        assertThat(toldTypes).isEmpty();

        one.pause(line, new ChannelError(190, "no", null), Duration.ofMinutes(1));
        one.resume(line);

        assertThat(toldTypes).containsExactly("line.stopped " + line, "line.resumed " + line);
    }

    @Test
    void goesOnOnceSomethingIsAcceptedThatWasSentAfterTheRefusal() {
        one.held();
        one.pause(line, new ChannelError(190, "no", null), Duration.ofMinutes(1));

        one.hasSent(line, pausedSince().minusSeconds(1));
        assertThat(one.held()).as("it was on its way before").isEmpty();

        one.hasSent(line, pausedSince().plusSeconds(1));
        assertThat(one.held()).containsExactly(line);
    }

    private Instant pausedSince() {
        return jdbc.sql("select paused_since from conversation.line_lease")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static Nodes node(String name) {
        return new Nodes() {
            @Override
            public String own() {
                return name;
            }

            @Override
            public List<String> dead() {
                return List.of();
            }
        };
    }
}
