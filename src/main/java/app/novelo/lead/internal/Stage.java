package app.novelo.lead.internal;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a lead is. The names in small letters stand in tables, models and the API. */
enum Stage {
    NEW("new"),
    CONTACTED("contacted"),
    QUALIFIED("qualified"),
    OPPORTUNITY("opportunity"),
    PROPOSAL("proposal"),
    NURTURING("nurturing"),
    WON("won"),
    LOST("lost");

    private final String id;

    Stage(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static Optional<Stage> of(@Nullable String id) {
        return Arrays.stream(values()).filter(stage -> stage.id.equals(id)).findFirst();
    }

    /** @return whether a proposal is not in sight yet */
    boolean isBeforeOpportunity() {
        return this == NEW || this == CONTACTED || this == QUALIFIED;
    }

    boolean isOver() {
        return this == WON || this == LOST;
    }
}
