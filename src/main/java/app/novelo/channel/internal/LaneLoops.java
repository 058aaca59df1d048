package app.novelo.channel.internal;

import app.novelo.platform.Loop;
import app.novelo.platform.PausedByFastForward;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lane workers of this node. */
@Configuration(proxyBeanMethods = false)
class LaneLoops {

    static final String LANES = "lanes";
    private static final Duration POLL = Duration.ofSeconds(1);

    @Bean
    LoopGroup laneWorkers(Lanes lanes, Wakeups wakeups, ChannelSettings settings) {
        var loops = IntStream.rangeClosed(1, settings.laneWorkers())
                .mapToObj(n -> new Loop("lane-" + n, POLL, lanes::workOne))
                .toList();
        wakeups.listen(LANES, () -> loops.forEach(Loop::wake));
        return new LoopGroup(loops);
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
