package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer who writes as fast as he can is one customer with one need. */
@RunningNovelo
class FiftyMessagesTest {

    private static final int MANY = 50;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Test
    void allAreInOneThreadOfOneTicketAndPeopleAreToldOnce() {
        var phone = customer.newPhone();

        IntStream.range(0, MANY)
                .parallel()
                .forEach(n -> customer.says(phone, "minha geladeira não gela, vou ao Procon! " + n));

        var conversation = eventually(() -> cases.conversationOf(phone));
        eventually(() -> cases.handled(conversation) == MANY);
        var ticket = cases.ticketOf(phone);
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
        assertThat(agent.messages(conversation).stream()
                        .filter(message -> message.path("direction").asText().equals("IN")))
                .hasSize(MANY);
        eventually(() -> cases.tasksOf(ticket).size() == 2); // the agents' and the manager's
        cases.untilNothingIsOnItsWayTo(phone);
        assertThat(customer.received(phone))
                .as("he is told his protocol once")
                .filteredOn(text -> text.contains(ticket))
                .hasSize(1);
        assertThat(count("casework.escalation", ticket)).isEqualTo(1);
        assertThat(count("casework.notice", ticket))
                .as("the manager and the queue")
                .isEqualTo(2);
        assertThat(count("servicelevel.clock", ticket)).isLessThanOrEqualTo(3);
    }

    private int count(String table, String ticket) {
        return jdbc.sql("select count(*) from " + table + " where case_number = ?")
                .param(ticket)
                .query(Integer.class)
                .single();
    }
}
