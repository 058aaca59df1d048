package app.novelo.casework.internal;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.MailServer;
import app.novelo.support.MetaDesk;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A manager is told on his own WhatsApp, and by e-mail where that fails. A program of its own: its table {@code escalation}
 * is another one.
 */
@RunningNovelo
@DirtiesContext
@TestPropertySource(
        properties = {
            "novelo.data-dir=target/escalation-by-whatsapp",
            "novelo.escalation.template=escalation_notice",
            "camunda.bpm.webapp.enabled=false" // static: their end would end those of all other tests
        })
class EscalationByWhatsAppTest {

    private static final String MAIL = "marta.own@example.com";
    private static final String COMPONENTS =
            "[{'type':'BODY','text':'O caso {{1}} precisa da sua atenção agora: {{2}}. Abra o Tasklist para ver a conversa.',"
                    + "'example':{'body_text':[['T-1','atraso']]}}]";

    private static String template = "";

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

    @Value("${local.server.port}")
    int port;

    private String manager = "";
    private String phone = "";
    private String ticket = "";

    @BeforeEach
    void aManagerWithANumberOfHisOwn() throws IOException {
        if (template.isEmpty()) {
            template = meta.approved("escalation_notice", "pt_BR", "UTILITY", COMPONENTS);
            deployed();
        }
        manager = customer.newPhone();
        is(manager);
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> !customer.received(phone).isEmpty());
        cases.untilNothingIsOnItsWayTo(phone);
    }

    /** Managers are told by WhatsApp of words that nobody may overlook. */
    private void deployed() throws IOException {
        var table = Files.readString(Path.of("decisions/casework/escalation.dmn"));
        var changed = table.replaceAll(
                "(?s)(<outputEntry id=\"outputEntry_word_channel\">\\s*<text>)\"email\"", "$1\"whatsApp\"");
        assertThat(changed).isNotEqualTo(table);
        var answer = Visitor.withPassword(port, "alice", "people-of-tests")
                .deploy("/engine-rest/deployment/create", Map.of("escalation.dmn", changed));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void is(@Nullable String number) {
        var change = new HashMap<String, Object>();
        change.put("whatsapp", number == null ? null : "+" + number);
        change.put("email", MAIL);
        assertThat(agent.patch("admin", "/api/v1/agents/marta", change).status())
                .isEqualTo(200);
    }

    @Test
    void heIsToldOnHisOwnNumberAndBecomesNoCustomer() {
        escalates();

        assertThat(eventually(() -> customer.received(manager).get(0)))
                .isEqualTo(
                        "O caso " + ticket
                                + " precisa da sua atenção agora: o cliente usou uma palavra sensível. Abra o Tasklist para ver a conversa.");
        eventually(() -> walked().contains("userTask_handleEscalation"));
        assertThat(walked()).contains("serviceTask_mailPeople").doesNotContain("event_mailNotSent");
        assertThat(jdbc.sql("select count(*) from customer.identity where value = ?")
                        .param(manager)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(customer.received(phone)).noneMatch(text -> text.contains("palavra sensível"));
        assertThat(letters()).isEmpty();
        assertThat(notices()).contains("word");
    }

    @Test
    void withoutANumberHeGetsAnEMail() {
        is(null);

        escalates();

        eventually(() -> letters().size() == 1);
        assertThat(noted()).containsExactly("no-number");
        assertThat(notices()).contains("word");
    }

    @Test
    void whatWhatsAppRefusesComesByEMail() {
        customer.fault(manager, "error", 131026, 1);

        escalates();

        eventually(() -> letters().size() == 1);
        assertThat(noted()).containsExactly("refused-131026");
        assertThat(customer.received(manager)).isEmpty();
    }

    @Test
    void aTemplateThatIsPausedIsNoReasonNotToTellHim() {
        meta.decides(template, "PAUSED");
        eventually(() -> meta.find("escalation_notice", "pt_BR", "PAUSED"));
        try {
            escalates();

            eventually(() -> letters().size() == 1);
            assertThat(noted()).containsExactly("template-unavailable");
        } finally {
            meta.decides(template, "APPROVED");
            eventually(() -> meta.find("escalation_notice", "pt_BR", "APPROVED"));
        }
    }

    @Test
    void aNumberThatNobodyCanBeCalledByIsRefused() {
        var refused = agent.patch("admin", "/api/v1/agents/marta", Map.of("whatsapp", "+55 11 12"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("field").asText()).isEqualTo("whatsapp");
        assertThat(agent.patch("marta", "/api/v1/agents/marta", Map.of("whatsapp", "+5511912345678"))
                        .status())
                .as("who may log in, and where, is the administrators' business")
                .isEqualTo(403);
        assertThat(agent.get("bruno", "/api/v1/agents/marta").body().has("whatsapp"))
                .isFalse();
    }

    private void escalates() {
        customer.says(phone, "se não resolverem hoje eu vou ao Procon");
        eventually(() -> walked().contains("gateway_mailed"));
    }

    private List<String> walked() {
        return cases.walked(ticket, "escalation");
    }

    private List<String> letters() {
        return MailServer.letters(MAIL).stream()
                .filter(letter -> letter.contains(ticket))
                .toList();
    }

    private List<String> noted() {
        return jdbc.sql(
                        """
                        select detail ->> 'reason' from casework.case_event
                        where case_number = ? and why = 'notReachedByWhatsApp' and detail ->> 'person' = 'marta'""")
                .param(ticket)
                .query(String.class)
                .list();
    }

    private List<String> notices() {
        var items = agent.get("marta", "/api/v1/notices?limit=200").body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("case").asText().equals(ticket))
                .map(item -> item.path("event").asText())
                .toList();
    }
}
