package app.novelo.engine;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Our rows and the engine's stand and fall together. */
@RunningNovelo
class OneTransactionTest {

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final String key = UUID.randomUUID().toString();

    @Test
    void aFaultInAStepOfTheProcessUndoesOurRowsToo() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    insertRow();
                    runtime.startProcessInstanceByMessage("ticket.requested", key, Map.of("conversationId", key));
                }))
                .hasStackTraceContaining("OpenTicketDelegate");

        assertThat(rows()).isZero();
        assertThat(instances("ticket", key)).isZero();
    }

    @Test
    void aFaultOfOursUndoesTheProcessToo() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var conversation = eventually(() -> cases.conversationOf(phone));

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    runtime.startProcessInstanceByKey(
                            "by-hand", conversation, Map.of("conversationId", conversation, "queue", "triage"));
                    assertThat(instances("by-hand", conversation)).isOne();
                    assertThat(workItems(conversation)).isOne();
                    insertRow();
                    insertRow();
                }))
                .hasMessageContaining("duplicate key");

        assertThat(rows()).isZero();
        assertThat(instances("by-hand", conversation)).isZero();
        assertThat(workItems(conversation)).isZero();
    }

    private void insertRow() {
        jdbc.sql("insert into conversation.text_entry (key, language, body) values (?, 'pt', 'x')")
                .param(key)
                .update();
    }

    private int workItems(String conversation) {
        return jdbc.sql(
                        "select count(*) from casework.work_item where process_key = 'by-hand' and conversation = ?::uuid")
                .param(conversation)
                .query(Integer.class)
                .single();
    }

    private int rows() {
        return jdbc.sql("select count(*) from conversation.text_entry where key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    private long instances(String process, String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .count();
    }
}
