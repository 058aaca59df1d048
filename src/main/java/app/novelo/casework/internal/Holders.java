package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.conversation.NotYourTurn;
import app.novelo.platform.Caller;
import app.novelo.platform.UserDirectory;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who has a case in hand. */
@Component
class Holders {

    private final Kinds kinds;
    private final WorkItems work;
    private final UserDirectory users;

    Holders(Kinds kinds, WorkItems work, UserDirectory users) {
        this.kinds = kinds;
        this.work = work;
        this.users = users;
    }

    /**
     * An agent who holds the case is asked first, its owner while it waits; a manager decides for all.
     *
     * @throws NotYourTurn if somebody else holds it
     */
    void mayAct(Caller caller, CaseFile file) {
        var elements = kinds.workElements(file.kind());
        var open = work.openOf(file.number()).stream()
                .filter(task -> elements.isEmpty() || elements.contains(task.element()))
                .toList();
        var holders = open.isEmpty()
                ? Stream.ofNullable(file.owner())
                : open.stream().map(WorkItems.OpenTask::assignee).filter(Objects::nonNull);
        var holder = holders.filter(id -> !id.equals(caller.id())).findFirst();
        if (holder.isPresent() && !caller.isManager()) {
            var id = holder.get();
            throw new NotYourTurn(id, users.find(id).map(Caller::name).orElse(id));
        }
    }
}
