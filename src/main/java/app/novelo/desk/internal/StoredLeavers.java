package app.novelo.desk.internal;

import app.novelo.desk.Leavers;
import app.novelo.engine.People;
import org.springframework.stereotype.Component;

@Component
class StoredLeavers implements Leavers {

    private final People people;
    private final AgentRows rows;
    private final PresenceRows presence;
    private final DeskNews news;

    StoredLeavers(People people, AgentRows rows, PresenceRows presence, DeskNews news) {
        this.people = people;
        this.rows = rows;
        this.presence = presence;
        this.news = news;
    }

    @Override
    public void leaves(String agent) {
        people.lock(agent);
        var row = rows.find(agent).orElseGet(() -> AgentRow.of(agent));
        rows.save(new AgentRow(agent, row.languages(), row.skills(), row.capacity(), row.calendar(), false, null));
        presence.choose(agent, Status.OFFLINE, null);
        news.tell("agent.changed", "agent", agent);
    }
}
