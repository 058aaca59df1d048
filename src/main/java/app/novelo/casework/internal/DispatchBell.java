package app.novelo.casework.internal;

import app.novelo.engine.TaskEvent;
import app.novelo.engine.TaskObserver;
import app.novelo.platform.Wakeups;
import org.springframework.stereotype.Component;

/** Every change of a task may be work for somebody, or room for more: rung after the commit, at no cost. */
@Component
class DispatchBell implements TaskObserver {

    static final String RUNG = "casework.dispatch";

    private final Wakeups wakeups;

    DispatchBell(Wakeups wakeups) {
        this.wakeups = wakeups;
    }

    @Override
    public void on(TaskEvent event) {
        wakeups.signal(RUNG);
    }
}
