package app.novelo.followup.internal;

import app.novelo.customer.CustomerMergeObserver;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was promised to somebody who is another is promised to that one. After conversations and cases. */
@Component
@Order(20)
class MergedFollowUps implements CustomerMergeObserver {

    private final JdbcClient jdbc;

    MergedFollowUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void merging(UUID from, UUID into) {
        jdbc.sql("update followup.follow_up set customer = ? where customer = ?")
                .param(into)
                .param(from)
                .update();
    }
}
