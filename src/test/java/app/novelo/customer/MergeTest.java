package app.novelo.customer;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.customer.People.Person;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two customers turn out to be one: nothing is lost, and no process notices. */
@ProgramOfItsOwn
class MergeTest {

    private static final String BROKEN_FRIDGE = "minha geladeira não gela";
    private static final String WRONG_BILL = "a cobrança da minha fatura veio errada";

    @Autowired
    Customer customer;

    @Autowired
    Meta meta;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    People people;

    /** Meta's stand-in has heard nothing of these people and would tell that their windows are closed. */
    @BeforeEach
    void meetPeople() {
        customer.keepStatusesBack();
        people = new People(meta, jdbc, json, clock);
    }

    @AfterEach
    void theStandInTellsAgain() {
        customer.noFaults();
    }

    /** One person with two open tickets. */
    private record Both(Person ana, String first, String second) {}

    /** Known by number with the one, by user id with the other. */
    private Both givenTwoTicketsOfOnePerson() {
        var ana = people.stranger();
        var first = people.says(Person.of(ana.phone(), null), BROKEN_FRIDGE);
        theProtocolIsTold(first);
        var second = people.says(Person.of(null, ana.userId()), WRONG_BILL);
        theProtocolIsTold(second);
        return new Both(ana, first, second);
    }

    /** Which of two conversations was active last is not left to chance. */
    private void theProtocolIsTold(String message) {
        people.ticketOf(message);
        eventually(() -> agent.messages(people.conversationOf(message)).size() == 2);
    }

    @Test
    void leavesBothTicketsToBeAnsweredAndResolved() {
        var both = givenTwoTicketsOfOnePerson();

        var proof = people.says(both.ana, "sou eu de novo: a geladeira ainda não gela");

        var customer = people.customerOf(proof);
        for (var message : List.of(both.first, both.second)) {
            assertThat(people.customerOf(message)).isEqualTo(customer);
            var ticket = people.ticketOf(message);
            assertThat(cases.fact(ticket, "customer")).isEqualTo(customer);
            answerAndResolve(ticket, people.conversationOf(message));
        }
        assertThat(people.conversationOf(proof))
                .as("the one that was active last")
                .isEqualTo(people.conversationOf(both.second));
    }

    private void answerAndResolve(String ticket, String conversation) {
        var sent = agent.writes("marta", conversation, "Já cuidamos disso.");
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        var id = sent.body().path("id").asText();
        eventually(() -> !List.of("QUEUED", "SENDING")
                .contains(agent.message(conversation, id).path("status").asText()));
        assertThat(agent.message(conversation, id).path("status").asText())
                .isIn("ACCEPTED", "SENT", "DELIVERED", "READ");
        cases.closeForGood("admin", cases.taskOf(ticket).getId(), "resolvido");
        eventually(() -> cases.hasEnded(ticket, "ticket"));
        assertThat(cases.fact(ticket, "state")).isEqualTo("CLOSED");
        assertThat(agent.get("marta", "/api/v1/conversations/" + conversation)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("RESOLVED");
    }

    @Test
    void whoWantedNoAdvertisingUnderOneOfHisNamesWantsNone() {
        var both = givenTwoTicketsOfOnePerson();
        var wanted = people.customerOf(both.second);
        var refused = Map.of("purpose", "MARKETING", "state", "WITHDRAWN");
        assertThat(agent.post("marta", "/api/v1/customers/" + wanted + "/consents", refused)
                        .status())
                .isEqualTo(201);

        var customer = people.customerOf(people.says(both.ana, "sou eu de novo: a geladeira ainda não gela"));

        for (var message : List.of(both.first, both.second)) {
            assertThat(agent.get("marta", "/api/v1/conversations/" + people.conversationOf(message))
                            .body()
                            .path("optedOutAt")
                            .asText())
                    .as("customer " + customer)
                    .isNotEmpty();
        }
    }

    @Test
    void bringsAnAnswerToTheTicketWhoseMessageItQuotes() {
        var both = givenTwoTicketsOfOnePerson();
        people.customerOf(people.says(both.ana, "oi"));

        var quoting = people.says(both.ana, "e essa aqui?", both.first);

        assertThat(people.conversationOf(quoting)).isEqualTo(people.conversationOf(both.first));
        assertThat(people.ticketOf(quoting)).isEqualTo(people.ticketOf(both.first));
    }

    @Test
    void goesOnWithTheOtherTicketWhenOneIsResolvedAndOpensAConversationAfterBoth() {
        var both = givenTwoTicketsOfOnePerson();
        people.customerOf(people.says(both.ana, "oi"));

        cases.closeForGood("admin", cases.taskOf(people.ticketOf(both.second)).getId(), "resolvido");
        eventually(() -> cases.hasEnded(people.ticketOf(both.second), "ticket"));
        var third = people.says(both.ana, "a geladeira pingou de novo");
        assertThat(people.conversationOf(third)).isEqualTo(people.conversationOf(both.first));

        cases.closeForGood("admin", cases.taskOf(people.ticketOf(both.first)).getId(), "resolvido");
        eventually(() -> cases.hasEnded(people.ticketOf(both.first), "ticket"));
        var fourth = people.says(both.ana, BROKEN_FRIDGE);
        assertThat(people.conversationOf(fourth))
                .isNotIn(people.conversationOf(both.first), people.conversationOf(both.second));
        assertThat(people.ticketOf(fourth)).isNotIn(people.ticketOf(both.first), people.ticketOf(both.second));
    }

    @Test
    void isDoneByAManagerInEitherDirection() {
        for (var field : List.of("into", "other")) {
            var one = people.customerOf(people.says(people.stranger().called("Um"), BROKEN_FRIDGE));
            var two = people.customerOf(people.says(people.stranger().called("Dois"), WRONG_BILL));

            var merged = agent.post("marta", "/api/v1/customers/" + one + "/merge", Map.of(field, two));

            assertThat(merged.status()).isEqualTo(200);
            var stays = field.equals("into") ? two : one;
            assertThat(merged.body().path("id").asText()).isEqualTo(stays);
            assertThat(merged.body().path("name").asText()).isEqualTo(field.equals("into") ? "Dois" : "Um");
            assertThat(merged.body().path("identities")).hasSize(4);
            assertThat(agent.post("marta", "/api/v1/customers/" + one + "/merge", Map.of(field, two))
                            .status())
                    .as("again")
                    .isEqualTo(200);
            assertThat(people.one(
                            "select data ->> 'by' from platform.event where type = 'customer.merged' and data ->> 'customer' = ?",
                            stays))
                    .isEqualTo("marta");
        }
    }

    @Test
    void isRefusedToWhoDoesNotSeeBoth() {
        var seen = people.says(people.stranger(), BROKEN_FRIDGE);
        var unseen = people.says(people.stranger(), WRONG_BILL);
        people.ticketOf(seen);
        people.ticketOf(unseen);
        var one = people.customerOf(seen);
        var two = people.customerOf(unseen);
        assertThat(agent.get("bruno", "/api/v1/customers/" + one).status()).isEqualTo(200);
        assertThat(agent.get("bruno", "/api/v1/customers/" + two).status()).isEqualTo(404);

        assertThat(agent.post("bruno", "/api/v1/customers/" + one + "/merge", Map.of("into", two))
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("bruno", "/api/v1/customers/" + two + "/merge", Map.of("into", one))
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("marta", "/api/v1/customers/" + one + "/merge", Map.of("into", one))
                        .problem())
                .isEqualTo("bad-request");
        assertThat(agent.post("marta", "/api/v1/customers/" + one + "/merge", Map.of())
                        .problem())
                .isEqualTo("bad-request");
        assertThat(agent.post("marta", "/api/v1/customers/" + one + "/merge", Map.of("into", UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
    }

    /** Customers write, one in two lanes, while managers merge crosswise: no message is lost, none comes twice. */
    @Test
    void losesNothingWhileEverybodyWrites() {
        var ana = people.stranger();
        var sent = new ArrayList<String>();
        sent.add(people.says(Person.of(ana.phone(), null), BROKEN_FRIDGE));
        sent.add(people.says(Person.of(null, ana.userId()), BROKEN_FRIDGE));
        var one = people.customerOf(sent.get(0));
        var two = people.customerOf(sent.get(1));

        var more = IntStream.range(0, 24)
                .parallel()
                .mapToObj(n -> {
                    if (n % 6 == 5) {
                        var pair = n % 4 == 1 ? List.of(one, two) : List.of(two, one);
                        var answer = agent.post(
                                "marta", "/api/v1/customers/" + pair.get(0) + "/merge", Map.of("into", pair.get(1)));
                        assertThat(answer.status()).isEqualTo(200);
                        return "";
                    }
                    return people.says(
                            n % 2 == 0 ? Person.of(ana.phone(), null) : Person.of(null, ana.userId()), "e agora? " + n);
                })
                .filter(id -> !id.isEmpty())
                .toList();

        sent.addAll(more);
        var customer = people.customerOf(sent.get(0));
        sent.forEach(message -> assertThat(people.customerOf(message)).isEqualTo(customer));
        sent.forEach(message -> assertThat(people.ticketOf(message)).isNotEmpty());
        assertThat(jdbc.sql(
                                "select count(*) from conversation.message m join conversation.conversation c on c.id = m.conversation where c.customer = ?::uuid and m.direction = 'IN'")
                        .param(customer)
                        .query(Integer.class)
                        .single())
                .isEqualTo(sent.size());
    }
}
