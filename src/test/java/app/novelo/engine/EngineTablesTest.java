package app.novelo.engine;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the engine is set up, read from what it leaves in the database. */
@RunningNovelo
class EngineTablesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    /** The number stands in the database of every installation: another meaning would need another number. */
    @Test
    void keepWhatOurOwnHistoryLevelSaysAndNoVariables() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        var level = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getHistoryLevel();

        assertThat(level.getId()).isEqualTo(77);
        assertThat(level.getName()).isEqualTo("novelo");
        assertThat(count("act_hi_actinst")).isPositive();
        assertThat(count("act_hi_taskinst")).isPositive();
        assertThat(count("act_hi_decinst")).isPositive();
        assertThat(count("act_hi_varinst")).isZero();
        assertThat(count("act_hi_detail")).isZero();
    }

    @Test
    void findDueJobsByAnIndexAndAreSweptOften() {
        assertThat(jdbc.sql("select indexdef from pg_indexes where indexname = 'novelo_job_due_idx'")
                        .query(String.class)
                        .single())
                .contains("act_ru_job", "(duedate_)", "WHERE (retries_ > 0)");
        assertThat(jdbc.sql(
                                """
                                select relname from pg_class where relname like 'act_ru_%'
                                  and 'autovacuum_analyze_scale_factor=0.02' = any (reloptions)""")
                        .query(String.class)
                        .list())
                .contains(
                        "act_ru_execution",
                        "act_ru_task",
                        "act_ru_job",
                        "act_ru_variable",
                        "act_ru_event_subscr",
                        "act_ru_ext_task");
    }

    /** Autovacuum would wait for seconds in a transaction, and with it whoever waits until all is past: live screens. */
    @Test
    void andOurOwnBusyOnesAreNotCutShorterWhileTheyAreSwept() {
        assertThat(jdbc.sql(
                                """
                                select oid::regclass::text from pg_class
                                where array_to_string(reloptions, ',') like '%autovacuum_vacuum_scale_factor%'
                                  and not 'vacuum_truncate=false' = any (reloptions)""")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void holdNoSerialisedJava() {
        var engineSettings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(engineSettings.getDefaultSerializationFormat()).isEqualTo("application/json");
        assertThat(engineSettings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(count("act_ru_variable where type_ in ('object', 'serializable')"))
                .isZero();
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
