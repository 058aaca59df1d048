package app.novelo.followup;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.MetaDesk;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Designers and analysts change what is answered to what, without code, and make mistakes. A program of its own: it deploys. */
@RunningNovelo
@DirtiesContext
@TestPropertySource(
        properties = {
            "novelo.data-dir=target/designed-automations",
            "camunda.bpm.webapp.enabled=false" // static: their end would end those of all other tests
        })
class ReengagementByDesignersTest {

    private static final Path TABLE = Path.of("decisions/followup/reengagement.dmn");

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    MetaDesk meta;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Value("${local.server.port}")
    int port;

    private Automations automations;
    private String phone = "";

    @BeforeEach
    void theLineIsServed() {
        automations = new Automations(customer, agent, jdbc, clock);
        automations.alwaysOpen();
        phone = customer.newPhone();
        meta.known("pos_venda", "pt_BR", "APPROVED");
    }

    @AfterEach
    void asShipped() throws IOException {
        table(Files.readString(TABLE) + "<!-- " + System.nanoTime() + " -->");
    }

    private void deploy(String user, String file, String content) {
        var answer = Visitor.withPassword(port, user, "people-of-tests")
                .deploy("/engine-rest/deployment/create", Map.of(file, content));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void table(String content) {
        deploy("alice", "reengagement.dmn", content);
    }

    /** The rule of sales, for another event and process, and at once. */
    private static String answering(String event, String process) throws IOException {
        var table = Files.readString(TABLE);
        int begin = table.indexOf("<rule id=\"rule_afterSale\">");
        var rule = table.substring(begin, table.indexOf("</rule>", begin) + "</rule>".length());
        var mine = rule.replace("afterSale", "mine")
                .replace("\"lead.won\"", '"' + event + '"')
                .replace("\"post-sale\"", '"' + process + '"')
                .replace("<text>5</text>", "<text>0</text>");
        return table.substring(0, begin) + mine + table.substring(begin);
    }

    @Test
    void aCopiedProcessIsStartedByTheTableThatNamesIt() throws IOException {
        var copy = Files.readString(Path.of("processes/followup/post-sale.bpmn"))
                .replace("\"post-sale\"", "\"warranty-ends\"")
                .replace("After the sale", "Warranty ends");
        deploy("davi", "warranty-ends.bpmn", copy);
        table(answering("warrantyEnds", "warranty-ends"));

        var number = automations.happens("warrantyEnds", automations.known(phone, "SERVICE"));

        assertThat(automations.end(number)).isEqualTo("WRITTEN");
        assertThat(cases.walked(number, "warranty-ends")).contains("endEvent_templateSent");
        assertThat(customer.received(phone)).hasSize(1);
    }

    @Test
    void whatNamesAProcessThatIsMissingWaitsUntilItIsThere() throws IOException {
        table(answering("orderDelivered", "order-delivered"));

        var number = automations.happens("orderDelivered", automations.known(phone, "SERVICE"));

        assertThat(automations.state(number).path("state").asText()).isEqualTo("FAILED");
        assertThat(automations.state(number).path("problem").asText()).contains("order-delivered");
        assertThat(agent.get("marta", "/api/v1/automations?state=failed").body().toString())
                .contains(number);
        deploy(
                "davi",
                "order-delivered.bpmn",
                Files.readString(Path.of("processes/followup/post-sale.bpmn"))
                        .replace("\"post-sale\"", "\"order-delivered\""));
        agent.post("marta", "/api/v1/automations/" + number + "/retry", null);
        assertThat(automations.end(number)).isEqualTo("WRITTEN");
    }

    @Test
    void whatATableDoesNotKnowAnAnswerToWaitsUntilItDoes() throws IOException {
        var gap = Files.readString(TABLE)
                .replaceAll("(?s)(<rule .*?<inputEntry [^>]*>\\s*<text>).*?(</text>)", "$1\"nobody says this\"$2");
        table(gap);

        var number = automations.happens("paymentReceived", automations.known(phone, "SERVICE"));

        assertThat(automations.state(number).path("state").asText()).isEqualTo("FAILED");
        assertThat(automations.state(number).path("problem").asText()).contains("no rule");
        asShipped();
        jdbc.sql("update followup.reengagement set not_before = now() where number = ?")
                .param(number)
                .update(); // its minute is over
        eventually(() -> automations.state(number).path("state").asText().equals("DECIDED"));
    }

    /** Advertising is what is not service, whatever it is made of. */
    @Test
    void aTextInAnOpenWindowIsNoWayAroundConsent() throws IOException {
        var copy = Files.readString(Path.of("processes/followup/post-sale.bpmn"))
                .replace("\"post-sale\"", "\"new-offer\"")
                .replace("${standing == 'wanted' or standing == 'wrote'}", "${standing == 'noConsent'}");
        deploy("davi", "new-offer.bpmn", copy);
        var id = automations.known(phone, "SERVICE");
        automations.writes(phone);
        table(marketing(answering("newOffer", "new-offer")));

        var number = automations.happens("newOffer", id);

        assertThat(automations.end(number)).isEqualTo("NOT_SENT conversation.optedOut");
        assertThat(customer.received(phone)).as("the greeting").hasSize(1);
    }

    private static String marketing(String table) {
        int begin = table.indexOf("<rule id=\"rule_mine\">");
        int end = table.indexOf("</rule>", begin);
        return table.substring(0, begin)
                + table.substring(begin, end).replace("\"service\"", "\"marketing\"")
                + table.substring(end);
    }
}
