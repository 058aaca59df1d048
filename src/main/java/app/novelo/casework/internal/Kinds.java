package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseKind;
import app.novelo.servicelevel.ClockHolders.Holder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The kinds of case that there are. */
@Component
class Kinds {

    private final Map<String, CaseKind> byName;

    Kinds(List<CaseKind> kinds) {
        this.byName = kinds.stream().collect(Collectors.toUnmodifiableMap(CaseKind::kind, Function.identity()));
    }

    /** @throws IllegalArgumentException if no module knows the kind */
    CaseKind of(String kind) {
        var found = byName.get(kind);
        if (found == null) {
            throw new IllegalArgumentException("no kind of case is called \"" + kind + "\"");
        }
        return found;
    }

    /** @return elements of the tasks in which people work on it; empty if no module knows the kind any more */
    List<String> workElements(String kind) {
        var found = byName.get(kind);
        return found == null ? List.of() : found.workElements();
    }

    /** @return names of all, in a fixed order */
    List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    void held(String kind, String number, Holder holder) {
        var found = byName.get(kind);
        if (found != null) {
            found.held(number, holder.queue(), holder.owner());
        }
    }

    /** @return what is known of the case besides what all cases have */
    Map<String, @Nullable Object> facts(CaseFile file) {
        var found = byName.get(file.kind());
        return found == null ? Map.of() : found.facts(file.number());
    }

    /** @return names of those about which a customer cannot write */
    String[] withoutMessages() {
        return byName.values().stream()
                .filter(kind -> !kind.hasMessages())
                .map(CaseKind::kind)
                .toArray(String[]::new);
    }

    /** @return whether the customer's messages may go to such a case; true for what no module knows any more */
    boolean hasMessages(String kind) {
        var found = byName.get(kind);
        return found == null || found.hasMessages();
    }
}
