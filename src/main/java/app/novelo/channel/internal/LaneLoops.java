package app.novelo.channel.internal;

import app.novelo.platform.Loop;
import app.novelo.platform.PausedByFastForward;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The lane workers of this node. A wake-up is for one of them, who wakes the next if more lanes are ready: four looks for
 * one message would cost as much as storing it.
 */
@Configuration(proxyBeanMethods = false)
class LaneLoops {

    static final String LANES = "lanes";
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Of all but the first, who looks for them as well. */
    private static final Duration SELDOM = Duration.ofSeconds(5);

    @Bean
    LoopGroup laneWorkers(Lanes lanes, Wakeups wakeups, ChannelSettings settings) {
        var bell = new Semaphore(0);
        var loops = IntStream.rangeClosed(1, settings.laneWorkers())
                .mapToObj(n -> new Loop("lane-" + n, pace(n), bell, () -> lanes.workOne(() -> Loop.ring(bell))))
                .toList();
        wakeups.listen(LANES, loops.get(0)::wake);
        return new LoopGroup(loops);
    }

    private static Loop.Pace pace(int worker) {
        return new Loop.Pace(worker == 1 ? POLL : SELDOM, Duration.ZERO);
    }

    /** Starts, stops and pauses several loops as one. */
    record LoopGroup(List<Loop> loops) implements SmartLifecycle, PausedByFastForward {

        @Override
        public void start() {
            loops.forEach(Loop::start);
        }

        @Override
        public void stop() {
            loops.forEach(Loop::end);
            loops.forEach(Loop::stop);
        }

        @Override
        public boolean isRunning() {
            return loops.stream().anyMatch(Loop::isRunning);
        }

        @Override
        public int getPhase() {
            return loops.get(0).getPhase();
        }

        @Override
        public void pause() {
            loops.forEach(Loop::pause);
        }

        @Override
        public void resume() {
            loops.forEach(Loop::resume);
        }
    }
}
