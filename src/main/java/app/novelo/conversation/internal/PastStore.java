package app.novelo.conversation.internal;

import app.novelo.channel.Line;
import app.novelo.conversation.internal.MessageRows.NewMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * Keeps what was said before this program was there. It starts no process, opens no window, sets no clock, takes no word and
 * tells no screen: whoever looks finds it above what is said now.
 */
@Component
class PastStore {

    private final Imported imported;
    private final MessageRows messages;

    PastStore(Imported imported, MessageRows messages) {
        this.imported = imported;
        this.messages = messages;
    }

    /** Joins the caller's transaction. @return how many of them were new */
    int add(UUID customer, Line line, List<Old> past) {
        var unknown = unknown(past);
        if (unknown.isEmpty()) {
            return 0;
        }
        var ordered = inOrder(unknown);
        var conversation = imported.of(customer, line, ordered.get(0).at);
        var added = ordered.stream().filter(old -> add(conversation, old)).toList();
        if (!added.isEmpty()) {
            imported.stretch(conversation, added.get(0).at, added.get(added.size() - 1).at);
        }
        return added.size();
    }

    private List<Old> unknown(List<Old> past) {
        var known = messages.known(past.stream().map(Old::providerId).toList());
        return past.stream().filter(old -> !known.contains(old.providerId)).toList();
    }

    private boolean add(UUID conversation, Old old) {
        var id = UUID.randomUUID();
        if (!messages.register(old.providerId, id, old.at, conversation)) {
            return false;
        }
        messages.insert(old.row.apply(id, conversation));
        return true;
    }

    /** Times are whole seconds or minutes: within one the order counts in which they stand, be the newest first or last. */
    private static List<Old> inOrder(List<Old> past) {
        boolean newestFirst = past.get(0).at.isAfter(past.get(past.size() - 1).at);
        var ordered = new ArrayList<>(past);
        if (newestFirst) {
            Collections.reverse(ordered);
        }
        ordered.sort(Comparator.comparing(Old::at));
        return ordered;
    }

    /**
     * @param providerId by which it is known again
     * @param row what is kept of it, by its own id and its conversation's
     */
    record Old(String providerId, Instant at, BiFunction<UUID, UUID, NewMessage> row) {}
}
