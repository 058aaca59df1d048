package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields that a caller asks a node for.
 *
 * @param names empty = what comes unless asked for
 */
record GraphFields(Set<String> names) {

    private static final String ID = "id";

    static GraphFields of(HttpServletRequest request) {
        var asked = request.getParameter("fields");
        return new GraphFields(asked == null ? Set.of() : names(asked));
    }

    /** What is asked for of a field's own fields, in braces, and its modifiers behind a dot are given whole. */
    private static Set<String> names(String asked) {
        var names = new LinkedHashSet<String>();
        Arrays.stream(asked.replaceAll("\\{[^}]*}", "").split(","))
                .map(name -> name.trim().replaceAll("\\..*", ""))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    /**
     * @param all every field that such a node can have; null = it has none just now
     * @param usual what comes unless asked for
     * @param type as Meta calls it
     */
    ObjectNode choose(ObjectNode all, List<String> usual, String type) {
        var chosen = all.objectNode();
        for (var name : names.isEmpty() ? usual : names) {
            if (!all.has(name)) {
                var details = "Tried accessing nonexisting field (%s) on node type (%s)";
                throw new GraphError(100, details.formatted(name, type));
            }
            if (!all.path(name).isNull()) {
                chosen.set(name, all.path(name));
            }
        }
        chosen.set(ID, all.path(ID));
        return chosen;
    }
}
