package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.casework.CaseActs.Act;
import app.novelo.engine.Turns;
import app.novelo.platform.BadRequest;
import app.novelo.platform.NotFound;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people and rules do with a case moves its rows, its conversation and the engine's task together. */
@RunningNovelo
class CaseActsTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    CaseActs acts;

    @Autowired
    app.novelo.casework.Cases files;

    @Autowired
    Turns turns;

    private String phone = "";
    private String ticket = "";

    @BeforeEach
    void givenATicket() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira parou de gelar");
        ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
    }

    @Test
    void whoIsGivenACaseOwnsItAndHasItsTaskAndTheWord() {
        act(() -> acts.assign(ticket, "carla", new Act("transfer", "ela conhece o cliente", "marta")));

        assertThat(cases.taskOf(ticket).getAssignee()).isEqualTo("carla");
        assertThat(cases.fact(ticket, "owner")).isEqualTo("carla");
        var conversation = conversation("carla");
        assertThat(conversation.path("owner").asText()).isEqualTo("carla");
        assertThat(conversation.path("speakerId").asText()).isEqualTo("carla");
        assertThat(timeline("carla", "ASSIGNED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("note").asText()).isEqualTo("ela conhece o cliente"));
    }

    @Test
    void aCaseThatGoesToAnotherQueueIsSeenThereAndNoMoreHere() {
        act(() -> acts.assign(ticket, "bruno", Act.rule("test")));

        act(() -> acts.moveToQueue(ticket, "billing", new Act("transfer", null, "bruno")));

        assertThat(cases.taskOf(ticket).getAssignee()).isNull();
        assertThat(conversation("bia").path("owner").isNull()).isTrue();
        assertThat(cases.fact(ticket, "queue")).isEqualTo("billing");
        assertThat(works("bia")).isTrue();
        assertThat(works("bruno")).isFalse();
        assertThat(conversation("bia").path("queue").asText()).isEqualTo("billing");
        assertThat(timeline("bia", "MOVED")).hasSize(1);
    }

    @Test
    void whatIsSoAlreadyIsNotDoneAgain() {
        act(() -> acts.assign(ticket, "bruno", Act.rule("test")));
        act(() -> acts.assign(ticket, "bruno", Act.rule("test")));

        assertThat(timeline("bruno", "ASSIGNED")).hasSize(1);
    }

    @Test
    void aQueueThatDoesNotExistAndACaseThatDoesNotAreRefused() {
        assertThatThrownBy(() -> act(() -> acts.moveToQueue(ticket, "nowhere", Act.rule("test"))))
                .isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> act(() -> acts.assign("T-20200101-000000", "bruno", Act.rule("test"))))
                .isInstanceOf(NotFound.class);
        assertThat(cases.fact(ticket, "queue")).isEqualTo("support");
    }

    private void act(Runnable work) {
        turns.inTurn(files.find(ticket).orElseThrow().turn(), work);
    }

    private boolean works(String user) {
        return agent.get(user, "/api/v1/work/tasks/" + cases.taskOf(ticket).getId())
                        .status()
                == 200;
    }

    private JsonNode conversation(String user) {
        return agent.get(user, "/api/v1/conversations/" + cases.conversationOf(phone))
                .body();
    }

    private List<JsonNode> timeline(String user, String what) {
        var owner = conversation(user).path("customer").path("id").asText();
        var items = agent.get(user, "/api/v1/customers/" + owner + "/timeline?limit=200")
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(entry -> entry.path("content"))
                .filter(entry -> entry.path("what").asText().equals(what))
                .toList();
    }
}
