package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stays of a case when the engine has long forgotten it. */
@RunningNovelo
class RecordedTest {

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    private String ticket;
    private String instance;

    @BeforeEach
    void aTicketIsOpen() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        instance = cases.instanceOf(ticket, "ticket").getId();
    }

    @Test
    void everyDecisionWithWhatWasOfferedWhatCameOutAndByWhichRule() {
        assertThat(texts("select decision from casework.decision where business_key = ? order by id", ticket))
                .contains("priority", "routing", "sla");
        assertThat(texts(
                        """
                        select (facts ->> 'intent') || ' ' || (facts ->> 'kind') || ' ' || (outputs #>> '{0,queue}') || ' ' ||
                          cardinality(rules) || ' ' || version || ' ' || element || ' ' ||
                          (activity_instance_id like 'businessRuleTask_route:%') || ' ' || (process_instance_id = ?)
                        from casework.decision where business_key = ? and decision = 'routing'""",
                        instance, ticket))
                .containsExactly("support ticket support 1 1 businessRuleTask_route true true");
    }

    @Test
    void theWalkedPathOfWhatHasEnded() {
        var task = cases.taskOf(ticket).getId();
        cases.claim("bruno", task);
        cases.closeForGood("bruno", task, "repaired");

        eventually(() -> !kept().isEmpty());

        assertThat(texts(
                        """
                        select step ->> 'element' from casework.path, jsonb_array_elements(steps) step
                        where business_key = ? and process_key = 'ticket'""",
                        ticket))
                .containsSubsequence(
                        "serviceTask_openTicket",
                        "businessRuleTask_route",
                        "userTask_resolveTicket",
                        "endEvent_ticketClosed")
                .contains("endEvent_protocolTold");
        assertThat(texts(
                        """
                        select step ->> 'assignee' from casework.path, jsonb_array_elements(steps) step
                        where business_key = ? and step ->> 'element' = 'userTask_resolveTicket'""",
                        ticket))
                .containsExactly("bruno");
        assertThat(kept()).containsExactly(instance);
    }

    @Test
    void eachActOnceInTheLogOfEvents() {
        var task = cases.taskOf(ticket).getId();
        cases.claim("bruno", task);
        cases.closeForGood("bruno", task, "repaired");

        assertThat(texts(
                        """
                        select type from platform.event where data ->> 'case' = ? and type in ('case.opened', 'case.closed')
                        order by id""",
                        ticket))
                .containsExactly("case.opened", "case.closed");
        assertThat(texts(
                        """
                        select count(*)::text from platform.event e join casework.case_file f on f.number = ?
                        where e.type = 'message.received' and e.data ->> 'conversation' = f.conversation::text""",
                        ticket))
                .containsExactly("1");
    }

    private List<String> kept() {
        return texts(
                "select process_instance_id from casework.path where business_key = ? and process_key = 'ticket'",
                ticket);
    }

    private List<String> texts(String sql, String... values) {
        return jdbc.sql(sql)
                .params(List.of((Object[]) values))
                .query(String.class)
                .list();
    }
}
