package app.novelo.casework.internal;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.conversation.Conversations;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningNovelo
class AnswersCountTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    AnswersCount answers;

    @Autowired
    Conversations conversations;

    @Autowired
    Turns turns;

    @Autowired
    Clock clock;

    @Test
    void anAnswerThatFailsAfterTheCaseIsResolvedLetsNoClockRunAgain() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        var task = eventually(() -> cases.taskOf(ticket)).getId();
        var conversation = cases.conversationOf(phone);
        assertThat(cases.claim("bruno", task)).isTrue();
        agent.writes("bruno", conversation, "Qual é a marca?");
        cases.complete("bruno", task, "duplicate");

        turns.inTurn(
                Turn.ofConversation(conversation),
                () -> answers.unanswered(conversations.required(UUID.fromString(conversation)), clock.instant()));

        assertThat(agent.get("bruno", "/api/v1/tickets/" + ticket)
                        .body()
                        .path("clocks")
                        .findValuesAsText("state"))
                .isNotEmpty()
                .containsOnly("MET");
        assertThat(cases.hasEnded(ticket, "service-level")).isTrue();
    }
}
