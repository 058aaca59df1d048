package app.novelo.desk.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is there changes who is given work: both are told. */
@Service
class Presence {

    private final PresenceRows rows;
    private final DeskNews news;

    Presence(PresenceRows rows, DeskNews news) {
        this.rows = rows;
        this.news = news;
    }

    @Transactional
    void choose(String agent, Status status, @Nullable String reason) {
        rows.choose(agent, status, reason);
        tell(agent);
    }

    @Transactional
    void beats(String agent) {
        if (rows.beats(agent)) {
            tell(agent);
        }
    }

    /** @return whether anybody was lost */
    @Transactional
    boolean loseTheSilent() {
        var lost = rows.loseTheSilent();
        lost.forEach(this::tell);
        return !lost.isEmpty();
    }

    private void tell(String agent) {
        news.tell("presence.changed", "agent", agent);
    }
}
