package app.novelo.followup.internal;

import app.novelo.customer.CustomerMergeObserver;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was begun for one of two customers who are one goes on with the one who is left. */
@Component
@Order(ReengagementMerges.AFTER_CASES)
class ReengagementMerges implements CustomerMergeObserver {

    static final int AFTER_CASES = 30;

    private final JdbcClient jdbc;

    ReengagementMerges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void merging(UUID from, UUID into) {
        for (var table : new String[] {"reengagement", "reengagement_purchase"}) {
            jdbc.sql("update followup." + table + " set customer = ? where customer = ?")
                    .param(into)
                    .param(from)
                    .update();
        }
    }
}
