package app.novelo.desk.internal;

import app.novelo.platform.SandboxMode;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the people of the sample company work, once: what somebody changes stays so. */
@Component
class SampleAgents {

    private static final Map<String, String> SKILLS =
            Map.of("refrigeration", "Refrigeração", "installation", "Instalação", "corporate", "Clientes corporativos");

    private static final List<AgentRow> AGENTS = List.of(
            row("bruno", List.of("pt", "es"), List.of("refrigeration"), 6, "support"),
            row("carla", List.of("pt", "en"), List.of("refrigeration", "installation"), 6, "support"),
            row("ana", List.of("pt", "en"), List.of("corporate"), 8, "standard"),
            row("diego", List.of("pt", "es"), List.of(), 8, "standard"),
            row("bia", List.of("pt"), List.of(), 10, "standard"),
            row("rafa", List.of("pt", "en"), List.of(), 4, "standard"));

    private final SandboxMode sandbox;
    private final AgentRows rows;
    private final JdbcClient jdbc;

    SampleAgents(SandboxMode sandbox, AgentRows rows, JdbcClient jdbc) {
        this.sandbox = sandbox;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    private static AgentRow row(String id, List<String> languages, List<String> skills, int capacity, String calendar) {
        return new AgentRow(id, languages, skills, capacity, calendar, true, null);
    }

    @EventListener(ApplicationStartedEvent.class)
    void hire() {
        if (sandbox.on() && rows.all().isEmpty()) {
            SKILLS.forEach(
                    (id, name) -> jdbc.sql("insert into desk.skill (id, name) values (?, ?) on conflict do nothing")
                            .param(id)
                            .param(name)
                            .update());
            AGENTS.forEach(rows::add);
        }
    }
}
