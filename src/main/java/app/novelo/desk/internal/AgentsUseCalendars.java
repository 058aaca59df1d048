package app.novelo.desk.internal;

import app.novelo.desk.CalendarUse;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shifts. */
@Component
class AgentsUseCalendars implements CalendarUse {

    private final AgentRows agents;

    AgentsUseCalendars(AgentRows agents) {
        this.agents = agents;
    }

    @Override
    public List<String> usersOf(String calendar) {
        return agents.all().stream()
                .filter(agent -> agent.active() && calendar.equals(agent.calendar()))
                .map(agent -> "agent " + agent.id())
                .sorted()
                .toList();
    }
}
