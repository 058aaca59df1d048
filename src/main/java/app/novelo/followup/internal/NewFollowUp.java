package app.novelo.followup.internal;

import app.novelo.followup.internal.FollowUp.Mode;
import app.novelo.followup.internal.FollowUp.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be planned.
 *
 * @param origin number of the case that it serves
 * @param dueAt as it was wished, before business time
 * @param by user; null = a process
 */
record NewFollowUp(
        UUID conversation,
        @Nullable String origin,
        String what,
        Mode mode,
        String purpose,
        Words words,
        boolean exact,
        Instant dueAt,
        @Nullable String owner,
        String source,
        @Nullable String by) {}
