package app.novelo.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.ChannelError;
import app.novelo.platform.Nodes;
import app.novelo.support.Database;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which node sends for a line. */
class LineLeasesTest {

    private final JdbcClient jdbc = JdbcClient.create(Database.fresh());
    private final LineLeases one = new LineLeases(jdbc, node("one"));
    private final LineLeases other = new LineLeases(jdbc, node("other"));
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
    void isNobodyWhileTheLineIsPaused() {
        one.held();
        one.pause(line, new ChannelError(190, "no", null), Duration.ofMinutes(1));

        assertThat(one.held()).isEmpty();

        one.resume(line);
        assertThat(one.held()).containsExactly(line);
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
