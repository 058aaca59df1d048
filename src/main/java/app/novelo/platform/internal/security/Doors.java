package app.novelo.platform.internal.security;

import app.novelo.platform.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Every door of the application but {@code /camunda}, and who may pass. What no door leads to does not exist: it answers
 * 404 to everybody, so a new route without a rule shows itself at once.
 */
final class Doors {

    private static final Set<String> MODELLERS = Set.of(Caller.DESIGNERS, Caller.ANALYSTS, Caller.ADMINISTRATORS);
    private static final Set<String> ADMINISTRATORS = Set.of(Caller.ADMINISTRATORS);

    /** The first that matches decides. */
    private static final List<Door> ALL = List.of(
            Door.open(HttpMethod.GET, "/"),
            Door.open(HttpMethod.GET, "/favicon.ico"),
            Door.open(HttpMethod.GET, "/desk/**"),
            Door.open(HttpMethod.GET, "/novelo/**"),
            Door.open(HttpMethod.GET, "/v3/api-docs/**"),
            Door.open(HttpMethod.GET, "/v3/api-docs.yaml"),
            Door.open(HttpMethod.GET, "/swagger-ui.html"),
            Door.open(HttpMethod.GET, "/swagger-ui/**"),
            Door.open(HttpMethod.GET, "/actuator/health/**"),
            Door.open(null, "/webhooks/**"), // signed
            Door.open(null, "/sandbox/**"), // the sandbox checks where the caller sits
            Door.of("/actuator/**", ADMINISTRATORS),
            Door.of("/engine-rest/**", MODELLERS), // the engine's own permissions apply behind it
            Door.of("/api/v1/**", Set.of())); // each resource asks what its caller may see

    private Doors() {}

    static List<Door> all() {
        return ALL;
    }

    static Optional<Door> to(HttpServletRequest request) {
        return ALL.stream().filter(door -> door.matcher().matches(request)).findFirst();
    }

    static boolean lead(HttpServletRequest request) {
        return to(request).isPresent();
    }

    /**
     * @param open true if nobody is asked who he is
     * @param groups whoever belongs to one of them may pass; empty: whoever is logged in
     */
    record Door(PathPatternRequestMatcher matcher, boolean open, Set<String> groups) {

        /** @param method null for every method */
        static Door open(@Nullable HttpMethod method, String pattern) {
            return new Door(matcher(method, pattern), true, Set.of());
        }

        static Door of(String pattern, Set<String> groups) {
            return new Door(matcher(null, pattern), false, groups);
        }

        private static PathPatternRequestMatcher matcher(@Nullable HttpMethod method, String pattern) {
            var builder = PathPatternRequestMatcher.withDefaults();
            return method == null ? builder.matcher(pattern) : builder.matcher(method, pattern);
        }

        boolean admits(@Nullable Caller caller) {
            return open
                    || caller != null && (groups.isEmpty() || groups.stream().anyMatch(caller::isIn));
        }
    }
}
