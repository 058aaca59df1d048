package app.novelo.conversation.internal;

import app.novelo.channel.LineObserver;
import app.novelo.platform.Wakeups;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What kept lines from sending may be over: their queues go on at once. */
@Component
class RecoveredLines implements LineObserver {

    private final LineLeases leases;
    private final Wakeups wakeups;

    RecoveredLines(LineLeases leases, Wakeups wakeups) {
        this.leases = leases;
        this.wakeups = wakeups;
    }

    @Override
    public void mayTryAgain(Collection<UUID> lines) {
        lines.stream().sorted().forEach(leases::resume);
        wakeups.signal(StoredSendQueue.SENDING);
    }
}
