package app.novelo.casework.internal;

import app.novelo.ai.Understanding;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the customer has said since the last turn, understood as one thing.
 *
 * @param messages in their order
 * @param understanding null if he said nothing
 */
record Said(List<UUID> messages, @Nullable Understanding understanding) {

    static final Said NOTHING = new Said(List.of(), null);
}
