package app.novelo.casework.internal;

import app.novelo.casework.CaseActs.Act;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.UserDirectory;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what people want to be done with a case, and refuses what makes no sense. */
@Component
class ActRequests {

    private final UserDirectory users;

    ActRequests(UserDirectory users) {
        this.users = users;
    }

    /** @param caseNumber which of a conversation's cases; null for its current one */
    record Transfer(
            @JsonProperty("case") @Nullable String caseNumber,
            @Nullable String queue,
            @Nullable String agent,
            @Nullable String note) {}

    /** Both are given the id and the note, which may be null. */
    void transfer(Transfer wanted, To toQueue, To toAgent) {
        if (wanted.queue != null && wanted.agent == null) {
            toQueue.accept(wanted.queue, Act.note(wanted.note));
        } else if (wanted.agent != null && wanted.queue == null) {
            toAgent.accept(known(wanted.agent), Act.note(wanted.note));
        } else {
            throw new BadRequest("queue", "either a queue or an agent");
        }
    }

    /** Does it. */
    interface To extends BiConsumer<String, @Nullable String> {}

    private String known(String agent) {
        return users.find(agent)
                .map(Caller::id)
                .orElseThrow(() -> new BadRequest("agent", "there is nobody of that id"));
    }
}
