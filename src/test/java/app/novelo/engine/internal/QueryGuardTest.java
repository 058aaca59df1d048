package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.support.Doors;
import app.novelo.support.Visitor;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CVE-2026-109432 and its relatives: no query evaluates what a caller wrote, at either of the engine's doors. */
@Doors
class QueryGuardTest {

    private static final String REST = "/engine-rest";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";
    private static final String IN_OR = "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}";
    private static final String PLAIN = "{\"assigneeExpression\":\"${1+1}\"}";
    private static final String HARMLESS = "{\"orQueries\":[{\"assignee\":\"bruno\",\"name\":\"Answer\"}]}";

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    ProcessEngineConfigurationImpl configuration;

    @Autowired
    JdbcClient jdbc;

    private Visitor root;

    @BeforeEach
    void logIn() {
        root = Visitor.loggedIn(port, "cockpit", "root", Doors.ADMIN_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {REST + "/task", REST + "/task/count", WEBAPPS + "/task", WEBAPPS + "/task/count"})
    void refusesExpressionsInAQueryOfTasks(String path) {
        for (var query : List.of(IN_OR, PLAIN)) {
            var answer = root.post(path, query);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("Long");
        }
        assertThat(root.post(path, HARMLESS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {REST, WEBAPPS})
    void storesNoFilterWithExpressions(String door) {
        for (var query : List.of(IN_OR, PLAIN)) {
            var answer = root.post(door + "/filter/create", filter(query));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        }
        var id = create(door);
        var answer = root.put(door + "/filter/" + id, filter(IN_OR));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {REST, WEBAPPS})
    void refusesExpressionsThatExtendAFilter(String door) {
        var id = create(door);
        for (var what : List.of("list", "count", "singleResult")) {
            for (var query : List.of(IN_OR, PLAIN)) {
                var answer = root.post(door + "/filter/" + id + "/" + what, query);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            }
        }
        assertThat(root.post(door + "/filter/" + id + "/list", HARMLESS).status())
                .isEqualTo(200);
        assertThat(root.post(door + "/filter/" + id + "/list?firstResult=0&maxResults=5", IN_OR)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {REST, WEBAPPS})
    void evaluatesNoExpressionOfAFilterThatAlreadyStands(String door) {
        for (var query : List.of(IN_OR, PLAIN)) {
            var id = create(door);
            jdbc.sql("update act_ru_filter set query_ = ? where id_ = ?")
                    .param(query)
                    .param(id)
                    .update();
            for (var what : List.of("list", "count")) {
                var answer = root.get(door + "/filter/" + id + "/" + what);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
                assertThat(answer.body()).contains("Expressions in queries are not evaluated here");
            }
            filters.deleteFilter(id);
        }
    }

    @Test
    void refusesExpressionsThatCodeOfOursPutIntoAQuery() {
        var query =
                tasks.createTaskQuery().or().taskAssigneeExpression("${1+1}").endOr();
        assertThatThrownBy(query::list).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(query::count).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> configuration.getCommandExecutorTxRequiresNew().execute(context -> query.list()))
                .isInstanceOf(BadUserRequestException.class);
    }

    private String create(String door) {
        return root.post(door + "/filter/create", filter("{}")).json().get("id").asText();
    }

    private static String filter(String query) {
        return "{\"resourceType\":\"Task\",\"name\":\"f\",\"query\":" + query + ",\"properties\":{}}";
    }
}
