package app.novelo.conversation.internal;

import app.novelo.customer.Consent;
import app.novelo.customer.ConsentObserver;
import app.novelo.platform.Events;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the screens that show the customer's open conversations what may be written to him from now on. */
@Component
class ConsentNews implements ConsentObserver {

    private final JdbcClient jdbc;
    private final Events events;

    ConsentNews(JdbcClient jdbc, Events events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public void changed(UUID customer, Consent consent) {
        events.appendAll(
                "conversation.consent-changed",
                jdbc
                        .sql("select id from conversation.conversation where customer = ? and state <> 'RESOLVED'")
                        .param(customer)
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(id -> Map.<String, Object>of("conversation", id.toString()))
                        .toList());
    }
}
