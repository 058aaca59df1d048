package app.novelo.sandbox.internal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The customer service windows: a day from the customer's last message or call. */
@SandboxOnly
@Component("sandboxWindows")
class Windows {

    private static final Duration WINDOW = Duration.ofHours(24);

    private final Clock clock;
    private final Chats chats;

    Windows(Clock clock, Chats chats) {
        this.clock = clock;
        this.chats = chats;
    }

    boolean isOpen(Line line, Phone phone) {
        return chats.lastFromCustomer(line.id(), phone.number())
                .filter(last -> clock.instant().isBefore(last.plus(WINDOW)))
                .isPresent();
    }
}
