package app.novelo.survey.internal;

import app.novelo.customer.CustomerMergeObserver;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The surveys of two customers who are one. After their conversations and cases. */
@Component
@Order(MergedSurveys.AFTER_CASES)
class MergedSurveys implements CustomerMergeObserver {

    static final int AFTER_CASES = 20;

    private final JdbcClient jdbc;

    MergedSurveys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void merging(UUID from, UUID into) {
        jdbc.sql("update survey.survey set customer = ? where customer = ?")
                .param(into)
                .param(from)
                .update();
        jdbc.sql(
                        """
                        delete from survey.round_customer g where customer = :from and exists (
                          select 1 from survey.round_customer o where o.round = g.round and o.customer = :into)""")
                .param("from", from)
                .param("into", into)
                .update();
        jdbc.sql("update survey.round_customer set customer = ? where customer = ?")
                .param(into)
                .param(from)
                .update();
    }
}
