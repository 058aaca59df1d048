package app.novelo.desk.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A colleague, as others see him.
 *
 * @param reason in his own words, or {@code connection} when his screens have gone silent
 * @param since of the status; null if he never said that he is there
 * @param load open tasks that he has
 * @param capacity open tasks that rules may give him
 * @param details for managers
 */
record AgentView(
        String id,
        String name,
        Status status,
        @Nullable String reason,
        @Nullable Instant since,
        boolean onShift,
        int load,
        int capacity,
        Collection<String> queues,
        @JsonUnwrapped @Nullable Details details) {

    @JsonIgnore
    boolean takesWork() {
        return status == Status.ONLINE && onShift;
    }

    /**
     * @param roles what he may do besides: {@code managers}, {@code designers}…
     * @param calendar his own shift; null = that of his queues
     * @param active false once he has left
     * @param absentUntil null while he is not absent
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Details(
            String firstName,
            String lastName,
            @Nullable String email,
            @Nullable String whatsapp,
            Collection<String> roles,
            List<String> languages,
            List<String> skills,
            @Nullable String calendar,
            boolean active,
            @Nullable Instant absentUntil,
            @Nullable String substitute) {}
}
