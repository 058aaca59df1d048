package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customer, agent, sender and timer meet in one case, again and again; nobody loses. */
@RunningNovelo
class CaseUnderFireTest {

    private static final int ROUNDS = 200;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ManagementService management;

    @Test
    void nothingFailsForTheUserAndNothingIsLost() throws Exception {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        var conversation = cases.conversationOf(phone);
        var refused = fire(phone, ticket, conversation);

        assertThat(refused).isEmpty();
        eventually(() -> messages(conversation, "IN") == ROUNDS + 1);
        assertThat(messages(conversation, "OUT")).isEqualTo(ROUNDS + 1);
        eventually(() -> unhandled(conversation) == 0);
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
        assertThat(management.createJobQuery().noRetriesLeft().count()).isZero();
    }

    private List<String> fire(String phone, String ticket, String conversation) throws Exception {
        var threads = Executors.newFixedThreadPool(3);
        var refused = new ArrayList<String>();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                var text = "mensagem " + round;
                var start = new CyclicBarrier(3);
                List<Callable<String>> acts = List.of(
                        () -> customer.says(phone, text), () -> answer(conversation, text), () -> timer(ticket));
                var running = new ArrayList<Future<String>>();
                acts.forEach(act -> running.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return act.call();
                })));
                for (var act : running) {
                    var result = act.get(30, TimeUnit.SECONDS);
                    if (result.startsWith("refused")) {
                        refused.add(result);
                    }
                }
            }
        } finally {
            threads.shutdownNow();
        }
        return refused;
    }

    private String answer(String conversation, String text) {
        var answer = agent.writes("bruno", conversation, "resposta a " + text);
        return answer.status() == 202 ? "accepted" : "refused: " + answer;
    }

    /** The clock's timer fires as the job executor fires it; a collision would be repeated by it, shown to nobody. */
    private String timer(String ticket) {
        var board = cases.instanceOf(ticket, "service-level");
        var job = management.createJobQuery().processInstanceId(board.getId()).singleResult();
        try {
            if (job != null) {
                management.executeJob(job.getId());
            }
            return "fired";
        } catch (OptimisticLockingException | ProcessEnginePersistenceException e) {
            return "collided";
        } catch (RuntimeException e) {
            return gone(e) ? "gone" : "refused: " + e;
        }
    }

    /** Another round's timer was here first. */
    private static boolean gone(RuntimeException e) {
        return String.valueOf(e.getMessage()).contains("No job found");
    }

    private int messages(String conversation, String direction) {
        return jdbc.sql("select count(*) from conversation.message where conversation = ?::uuid and direction = ?")
                .param(conversation)
                .param(direction)
                .query(Integer.class)
                .single();
    }

    private int unhandled(String conversation) {
        return jdbc.sql("select count(*) from conversation.message where conversation = ?::uuid and unhandled")
                .param(conversation)
                .query(Integer.class)
                .single();
    }
}
