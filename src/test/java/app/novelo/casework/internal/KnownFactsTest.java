package app.novelo.casework.internal;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Colleagues;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is meant by a fact where a conversation and its cases are several people's. */
@RunningNovelo
class KnownFactsTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    KnownFacts facts;

    @Autowired
    JdbcClient jdbc;

    private Colleagues colleagues;
    private String here = "";
    private String gone = "";
    private String ticket = "";
    private String conversation = "";

    @BeforeEach
    void aTicketAndTwoColleagues() {
        colleagues = new Colleagues(agent);
        var queue = colleagues.queue(Map.of());
        here = colleagues.hired(queue, Map.of());
        gone = colleagues.hired(queue, Map.of());
        colleagues.says(here, "ONLINE");
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        conversation = cases.conversationOf(phone);
        eventually(() -> cases.taskOf(ticket));
        cases.untilNothingIsOnItsWayTo(phone);
    }

    @AfterEach
    void asBefore() {
        colleagues.goHome(List.of(here, gone));
        owners(null, null);
        jdbc.sql("update conversation.conversation set case_number = ? where id = ?::uuid")
                .param(ticket)
                .param(conversation)
                .update();
    }

    @Test
    void theOwnerOfACaseIsMeantAndNotWhoeverHasTheConversation() {
        owners(here, gone);
        assertThat(ownerPresent(ticket)).isTrue();

        owners(gone, here);
        assertThat(ownerPresent(ticket)).isFalse();
    }

    @Test
    void ofACaseThatNobodyHasWhoeverHasItsConversation() {
        owners(null, here);

        assertThat(ownerPresent(ticket)).isTrue();
    }

    @Test
    void butNotWhoeverSpeaksThereForAnotherCase() {
        owners(null, here);
        jdbc.sql("update conversation.conversation set case_number = 'another' where id = ?::uuid")
                .param(conversation)
                .update();

        assertThat(ownerPresent(ticket)).isFalse();
    }

    @Test
    void beforeThereIsACaseWhoeverHasTheConversation() {
        owners(gone, here);

        assertThat(ownerPresent(conversation)).isTrue();
    }

    private boolean ownerPresent(String businessKey) {
        return Boolean.TRUE.equals(facts.of("escalation", businessKey).get("ownerPresent"));
    }

    private void owners(@Nullable String ofCase, @Nullable String ofConversation) {
        jdbc.sql("update casework.case_file set owner = ? where number = ?")
                .param(ofCase)
                .param(ticket)
                .update();
        jdbc.sql("update conversation.conversation set owner = ? where id = ?::uuid")
                .param(ofConversation)
                .param(conversation)
                .update();
    }
}
