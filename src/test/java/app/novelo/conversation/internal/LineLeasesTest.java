package app.novelo.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.novelo.channel.ChannelError;
import app.novelo.channel.Line;
import app.novelo.channel.LineStop;
import app.novelo.channel.LineStop.Cause;
import app.novelo.channel.LineStops;
import app.novelo.channel.Lines;
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
    private final UUID line = UUID.randomUUID();
    private final UUID sister = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();
    private final Lines lines = mock(Lines.class, CALLS_REAL_METHODS);
    private final LineStops stops = mock(LineStops.class);
    private final LineLeases one = new LineLeases(jdbc, node("one"), told, lines, stops);
    private final LineLeases other = new LineLeases(jdbc, node("other"), told, lines, stops);

    @BeforeEach
    void twoLinesHaveAnAccountInCommon() {
        var all = List.of(
                new Line(line, "whatsapp", "1", "", "A"),
                new Line(sister, "whatsapp", "2", "", "A"),
                new Line(stranger, "whatsapp", "3", "", "B"));
        doReturn(all).when(lines).all();
        doAnswer(call -> all.stream()
                        .filter(own -> own.id().equals(call.getArgument(0)))
                        .findFirst())
                .when(lines)
                .find(any(UUID.class));
    }

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
        return jdbc.sql(
                        "select round(extract(epoch from paused_until - now()) / 60) from conversation.line_lease where line = ?")
                .param(line)
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

        assertThat(toldTypes)
                .containsExactlyInAnyOrder(
                        "line.stopped " + line,
                        "line.stopped " + sister,
                        "line.resumed " + line,
                        "line.resumed " + sister);
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

    @Test
    void isNobodyWhileTheLineIsStoppedHoweverLongThatTakes() {
        when(stops.all()).thenReturn(Map.of(line, new LineStop(Cause.BANNED, "", Instant.EPOCH, null)));
        assertThat(one.held()).isEmpty();

        when(stops.all()).thenReturn(Map.of(sister, new LineStop(Cause.BANNED, "", Instant.EPOCH, null)));
        assertThat(one.held()).containsExactly(line);
    }

    @Test
    void aTokenThatCountsNoMoreStopsAllLinesOfItsAccount() {
        one.pause(line, new ChannelError(190, "no", null), Duration.ofMinutes(1));

        assertThat(paused()).containsExactlyInAnyOrder(line, sister);

        one.resume(sister);
        assertThat(paused()).isEmpty();
    }

    @Test
    void whatIsAcceptedAgainOnOneLineLetsItsAccountGoOn() {
        one.pause(line, new ChannelError(190, "no", null), Duration.ofMinutes(1));
        one.pause(stranger, new ChannelError(190, "no", null), Duration.ofMinutes(1));

        one.hasSent(sister, pausedSince().plusSeconds(1));

        assertThat(paused()).containsExactly(stranger);
    }

    @Test
    void whatConcernsOneNumberStopsNoOther() {
        one.pause(line, new ChannelError(190, "no", null), Duration.ofMinutes(1));
        one.pause(sister, new ChannelError(131048, "no", null), Duration.ofMinutes(1));

        one.resume(line);

        assertThat(paused()).containsExactly(sister);
    }

    private List<UUID> paused() {
        return jdbc.sql("select line from conversation.line_lease where paused_why is not null")
                .query(UUID.class)
                .list();
    }

    private Instant pausedSince() {
        return jdbc.sql("select max(paused_since) from conversation.line_lease")
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
