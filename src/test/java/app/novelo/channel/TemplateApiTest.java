package app.novelo.channel;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.platform.Wakeups;
import app.novelo.support.Agent;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees which templates. An account of its own, of which no Meta knows: nothing is ever pulled into it. */
@RunningNovelo
class TemplateApiTest {

    private static final String BODY = "[{\"type\":\"BODY\",\"text\":\"Olá {{1}}, até terça!\"}]";

    @Autowired
    Agent agent;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Lines lines;

    @Autowired
    Wakeups wakeups;

    private final String account = "templates-" + UUID.randomUUID();
    private final UUID line = UUID.randomUUID();

    @BeforeEach
    void givenALine() {
        jdbc.sql(
                        "insert into channel.line (id, channel, provider_id, display, account_id) values (?, 'whatsapp', ?, 'x', ?)")
                .param(line)
                .param(account)
                .param(account)
                .update();
        wakeups.signal(Lines.CHANGED);
        eventually(() -> lines.ofAccount(account).size() == 1);
    }

    @AfterEach
    void leaveNoLineBehind() {
        jdbc.sql("delete from channel.template where account = ?")
                .param(account)
                .update();
        jdbc.sql("delete from channel.template_sync where account = ?")
                .param(account)
                .update();
        jdbc.sql("delete from channel.line where id = ?").param(line).update();
        wakeups.signal(Lines.CHANGED);
    }

    @Test
    void managersSeeAllAndAgentsWhatCanBeSent() {
        given("approved", "APPROVED", BODY);
        given("paused", "PAUSED", BODY);
        given("deleted", "DELETED", BODY);
        var strange = given("strange", "APPROVED", BODY);
        jdbc.sql("update channel.template set doubted = true where id = ?")
                .param(strange)
                .update();

        assertThat(names("marta", "")).containsExactly("approved", "paused", "strange");
        assertThat(names("bruno", "")).containsExactly("approved");
        assertThat(names("marta", "&status=deleted")).containsExactly("deleted");
        assertThat(names("bruno", "&status=deleted")).isEmpty();
        assertThat(one("bruno", strange).status()).isEqualTo(404);
        var doubted = one("marta", strange).body();
        assertThat(doubted.path("usable").asBoolean()).isFalse();
        assertThat(doubted.path("whyNot").asText()).isEqualTo("outdated");
    }

    @Test
    void findsByAPartOfNameOrWords() {
        given("reminder", "APPROVED", BODY);
        given("offer_100", "APPROVED", BODY.replace("Olá", "Compre"));

        assertThat(names("bruno", "&q=COMPRE")).containsExactly("offer_100");
        assertThat(names("bruno", "&q=remind")).containsExactly("reminder");
        assertThat(names("bruno", "&q=r_1")).containsExactly("offer_100");
        assertThat(names("bruno", "&q=_%25")).isEmpty();
    }

    @Test
    void comesPageByPage() {
        for (int i = 0; i < 5; i++) {
            given("t" + i, "APPROVED", BODY);
        }

        var first = agent.get("bruno", "/api/v1/templates?limit=3&line=" + line).body();
        var second = agent.get(
                        "bruno",
                        "/api/v1/templates?limit=3&line=" + line + "&after="
                                + first.path("next").asText())
                .body();

        assertThat(names(first)).containsExactly("t0", "t1", "t2");
        assertThat(names(second)).containsExactly("t3", "t4");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(agent.get("bruno", "/api/v1/templates?after=" + UUID.randomUUID())
                        .status())
                .isEqualTo(400);
        assertThat(agent.get("bruno", "/api/v1/templates?line=" + UUID.randomUUID())
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("line");
    }

    @Test
    void showsItsPartsVariablesAndLines() {
        var id = given(
                "whole",
                "APPROVED",
                """
                [{"type":"HEADER","format":"TEXT","text":"Pedido {{1}}"},{"type":"BODY","text":"Olá {{1}}!","example":{"body_text":[["Ana"]]}},
                 {"type":"FOOTER","text":"Casa Clima"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Sim"},
                  {"type":"URL","text":"Ver","url":"https://e.org/{{1}}"}]}]""");

        var shown = one("bruno", id).body();

        assertThat(shown.at("/header/text").asText()).isEqualTo("Pedido {{1}}");
        assertThat(shown.at("/variables/1/key").asText()).isEqualTo("1");
        assertThat(shown.at("/variables/1/example").asText()).isEqualTo("Ana");
        assertThat(shown.at("/buttons/1/key").asText()).isEqualTo("button.1");
        assertThat(shown.at("/buttons/1/value").asText()).isEqualTo("https://e.org/{{1}}");
        assertThat(shown.at("/buttons/0/value").isNull()).isTrue();
        assertThat(shown.at("/lines/0/id").asText()).isEqualTo(line.toString());
        assertThat(shown.path("history").isArray()).isTrue();
    }

    @Test
    void managersHaveThemComparedWithMetas() {
        assertThat(agent.post("bruno", "/api/v1/templates/sync", null).status()).isEqualTo(404);
        assertThat(agent.get("bruno", "/api/v1/templates/sync").status()).isEqualTo(404);

        assertThat(agent.post("marta", "/api/v1/templates/sync", null).status()).isEqualTo(202);

        eventually(() -> StreamSupport.stream(
                        agent.get("marta", "/api/v1/templates/sync").body().spliterator(), false)
                .anyMatch(state -> state.path("account").asText().equals(account)
                        && !state.path("problem").isNull()));
    }

    private UUID given(String name, String status, String components) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into channel.template (id, account, provider_id, name, language, category, status,
                          parameter_format, components, body, fillable, changed_at)
                        values (:id, :account, :name, :name, 'pt_BR', 'UTILITY', :status, 'POSITIONAL', :components,
                          coalesce(:components::jsonb -> -1 ->> 'text', ''), true, now())""")
                .param("id", id)
                .param("account", account)
                .param("name", name)
                .param("status", status)
                .param("components", components)
                .update();
        return id;
    }

    private List<String> names(String who, String query) {
        return names(agent.get(who, "/api/v1/templates?line=" + line + query).body());
    }

    private static List<String> names(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("name").asText())
                .toList();
    }

    private Agent.Answer one(String who, UUID id) {
        return agent.get(who, "/api/v1/templates/" + id);
    }
}
