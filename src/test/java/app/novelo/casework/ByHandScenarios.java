package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path through {@code by-hand}, the process that code owns for what no model could take. */
@RunningNovelo
class ByHandScenarios {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Test
    void aMessageThatNoProcessTakesReachesAPerson() {
        var phone = customer.newPhone();
        var conversation = givenAnIntakeThatCannotGoOn(phone);

        customer.says(phone, "minha geladeira não gela");

        var task = eventually(() -> cases.taskOf(conversation));
        assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_handleConversation");
        assertThat(agent.get("bruno", "/api/v1/work/tasks/" + task.getId()).status())
                .isEqualTo(200);
        assertThat(agent.get("bruno", "/api/v1/conversations/" + conversation + "/messages")
                        .body()
                        .path("items"))
                .anyMatch(message -> message.path("text").asText().equals("minha geladeira não gela"));

        customer.says(phone, "alguém aí?");

        eventually(() -> cases.walked(conversation, "by-hand").contains("endEvent_replyNoted"));
        cases.claim("bruno", task.getId());
        cases.closeForGood("bruno", task.getId(), "answered");
        assertThat(cases.walked(conversation, "by-hand")).endsWith("serviceTask_closeByHand", "endEvent_handledByHand");
        assertThat(agent.get("bruno", "/api/v1/conversations/" + conversation)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("RESOLVED");
    }

    @Test
    void aCaseThatCouldNotBeDrivenIsFollowedAgainAfterwards() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        var conversation = cases.conversationOf(phone);
        var instance = cases.instanceOf(ticket, "ticket").getId();
        runtime.suspendProcessInstanceById(instance);
        customer.says(phone, "ainda não gela");
        var task = eventually(() -> cases.taskOf(conversation));
        runtime.activateProcessInstanceById(instance);

        cases.claim("bruno", task.getId());
        cases.closeForGood("bruno", task.getId(), "answered");
        customer.says(phone, "e agora?");

        eventually(() -> cases.walked(ticket, "ticket").contains("endEvent_replyNoted"));
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
    }

    private String givenAnIntakeThatCannotGoOn(String phone) {
        customer.says(phone, "oi");
        eventually(() -> !customer.received(phone).isEmpty());
        var conversation = cases.conversationOf(phone);
        runtime.suspendProcessInstanceById(
                cases.instanceOf(conversation, "intake").getId());
        return conversation;
    }
}
