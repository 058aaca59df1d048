package app.novelo.engine.internal;

import app.novelo.platform.Loop;
import app.novelo.platform.Nodes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives back what a dead node had locked: its jobs and remote work would wait until their locks run out, which are as long
 * as slow work may take. By statement, because no service of the engine knows who holds a job. A node that was only slow
 * loses nothing but its work: whoever commits second finds the row changed or gone.
 */
@Configuration(proxyBeanMethods = false)
class LocksOfDeadNodes {

    private static final Duration POLL = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Nodes nodes;

    /** A dead node locks nothing new, and one look reads all timers that wait. */
    private final Set<String> released = new HashSet<>();

    LocksOfDeadNodes(JdbcClient jdbc, Nodes nodes) {
        this.jdbc = jdbc;
        this.nodes = nodes;
    }

    @Bean
    Loop locksOfDeadNodesReleaser() {
        return new Loop("locks-of-dead-nodes", POLL, this::release);
    }

    boolean release() {
        var dead = nodes.dead();
        released.retainAll(dead);
        for (var node : dead) {
            if (!released.contains(node)) {
                release(node);
                released.add(node);
            }
        }
        return false;
    }

    private void release(String node) {
        jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?")
                .param(node)
                .update();
        jdbc.sql("update act_ru_ext_task set worker_id_ = null, lock_exp_time_ = null where worker_id_ = ?")
                .param(node)
                .update();
    }
}
