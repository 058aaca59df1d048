package app.novelo.channel.internal;

import app.novelo.channel.NoticeHandler;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who handles which notices. Looked up late: handlers may need what stores deliveries. */
@Component
class NoticeHandlers {

    private final ObjectProvider<NoticeHandler> handlers;

    NoticeHandlers(ObjectProvider<NoticeHandler> handlers) {
        this.handlers = handlers;
    }

    boolean handles(String field) {
        return of(field).isPresent();
    }

    Optional<NoticeHandler> of(String field) {
        return handlers.stream()
                .filter(handler -> handler.fields().contains(field))
                .findFirst();
    }
}
