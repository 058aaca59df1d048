package app.novelo.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Absences that have begun and whose work is not given away yet. */
public interface Absences {

    List<Begun> begun();

    void handedOver(UUID absence);

    /** @param substitute who takes the work; null = whom the rule finds */
    record Begun(UUID id, String agent, @Nullable String substitute, java.time.Instant until) {}
}
