package app.novelo.casework.internal;

import app.novelo.customer.CustomerMergeObserver;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cases of two customers who are one. Nothing of them changes but whose they are. Their conversations have been locked
 * before, so that a case which is being opened there is seen.
 */
@Component
@Order(MergedCases.AFTER_CONVERSATIONS)
class MergedCases implements CustomerMergeObserver {

    static final int AFTER_CONVERSATIONS = 10;

    private final JdbcClient jdbc;

    MergedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void merging(UUID from, UUID into) {
        jdbc.sql("update casework.case_file set customer = ? where customer = ?")
                .param(into)
                .param(from)
                .update();
    }
}
