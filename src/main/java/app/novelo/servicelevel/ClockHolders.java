package app.novelo.servicelevel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has a case; asked when a clock begins. */
public interface ClockHolders {

    /** @return empty if there is no such case */
    Optional<Holder> of(String caseNumber);

    /**
     * @param queue id of the queue in which the case is
     * @param owner user id; null if nobody has it
     */
    record Holder(String queue, @Nullable String owner) {}
}
