package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent writes down what he wants to be reminded of where he writes to the customer, and says what he promised aloud. */
@Tag("browser")
@RunningNovelo
class ReminderWalkTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    private String phone = "";
    private String shown = "";
    private String ticket = "";

    @BeforeEach
    void customerWrites() {
        phone = customer.newPhone();
        shown = phone.substring(4, 9) + "-" + phone.substring(9);
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
    }

    @Test
    void aLineThatBeginsWithLembrarIsForOneself() {
        var bruno = window();
        bruno.text().fill("lembrar amanhã 15h de mandar o orçamento");
        assertThat(bruno.composer()).containsText("Lembrar “mandar o orçamento”");
        picture(bruno.page(), "60-reminder");

        bruno.text().press("Enter");

        assertThat(bruno.composer()).containsText("Lembrete criado: mandar o orçamento");
        assertThat(bruno.text()).isEmpty();
        var planned = agent.get("bruno", "/api/v1/follow-ups?case=" + ticket)
                .body()
                .path("items")
                .get(0);
        assertThat(planned.path("what").asText()).isEqualTo("mandar o orçamento");
        assertThat(planned.path("source").asText()).isEqualTo("composer");
        assertThat(planned.path("owner").asText()).isEqualTo("bruno");
        assertThat(customer.received(phone)).noneMatch(text -> text.contains("lembrar"));
    }

    @Test
    void whatIsMeantForTheCustomerGoesToHimAllTheSame() {
        var bruno = window();
        bruno.text().fill("lembrar de trazer a nota fiscal");
        assertThat(bruno.composer()).containsText("Quando?");
        bruno.composer().getByText("Enviar ao cliente").click();

        assertThat(bruno.bubble("lembrar de trazer a nota fiscal")).isVisible();
        assertThat(agent.get("bruno", "/api/v1/follow-ups?case=" + ticket)
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void aPromiseInAVoiceNoteIsWrittenDownBelowIt() {
        var note = jdbc.sql(
                        """
                        insert into conversation.message (id, at, conversation, direction, kind, author_type, author_id, status,
                          status_rank, unhandled, content)
                        values (gen_random_uuid(), now(), ?::uuid, 'OUT', 'audio', 'AGENT', 'bruno', 'SENT', 3, false, '{"type":"file","voice":true}')
                        returning id::text""")
                .param(cases.conversationOf(phone))
                .query(String.class)
                .single();
        var bruno = window();
        var question = bruno.page().locator("[data-id='" + note + "'] novelo-promise");
        assertThat(question).containsText("Prometeu algo?");
        picture(bruno.page(), "61-promise");

        question.getByText("Sim").click();
        question.locator("input").fill("mandar a nota amanhã 10h");
        question.locator("input").press("Enter");

        assertThat(question).containsText("Lembrete criado: mandar a nota");
        assertThat(agent.get("bruno", "/api/v1/follow-ups?case=" + ticket)
                        .body()
                        .path("items")
                        .get(0)
                        .path("source")
                        .asText())
                .isEqualTo("voiceNote");
        bruno.page().reload();
        assertThat(bruno.page().locator("[data-id='" + note + "']")).isVisible();
        assertThat(bruno.page().locator("[data-id='" + note + "'] novelo-promise"))
                .isHidden();
    }

    private TasklistWindow window() {
        return TasklistWindow.of(
                        browser.open(1280, 800, "pt-BR"), "http://localhost:" + port, "bruno", "people-of-tests")
                .open(shown);
    }
}
