package app.novelo.casework.internal;

import app.novelo.desk.Staffing;
import app.novelo.platform.Loop;
import app.novelo.platform.Loop.Pace;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Work finds people on every node; whatever they do is worth doing once only, and is looked at again in its turn. */
@Configuration(proxyBeanMethods = false)
class DispatchLoops {

    /** For wake-ups that were lost, and shifts that begin without anybody doing anything. */
    private static final Duration POLL = Duration.ofSeconds(5);

    /** Under load one look takes what gathers in it. */
    private static final Duration LEAST = Duration.ofMillis(100);

    @Bean
    Loop dispatchLoop(Planner planner, WorkGiver giver, Wakeups wakeups) {
        var loop = new Loop("dispatch", new Pace(POLL, LEAST), new Semaphore(0), () -> {
            boolean more = planner.plan();
            return giver.giveOut() || more;
        });
        wakeups.listen(DispatchBell.RUNG, loop::wake);
        wakeups.listen(Staffing.CHANGED, loop::wake);
        return loop;
    }

    @Bean
    Loop takeBackLoop(Overflow overflow, TakeBack takeBack, AbsentColleagues absent, Leaving leaving, Wakeups wakeups) {
        var loop = new Loop("take-back", new Pace(POLL, LEAST), new Semaphore(0), () -> {
            overflow.sweep();
            takeBack.sweep();
            absent.sweep();
            leaving.goOn();
            return false;
        });
        wakeups.listen(Staffing.CHANGED, loop::wake);
        return loop;
    }
}
