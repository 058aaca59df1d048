package app.novelo.followup.internal;

import app.novelo.platform.BadRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why it is put off or cancelled.
 *
 * @param code as {@code forms/followup/keep-promise.form} offers it
 * @param note a person's words, where no code says it
 */
record Reason(String code, @Nullable String note) {

    private static final String OTHER = "other";

    /** Characters; a reason is no document. */
    private static final int LONGEST = 500;

    static final Set<String> TO_PUT_OFF = Set.of("customerAsked", "notReached", "waitingForOthers", "noTime", OTHER);
    static final Set<String> TO_CANCEL = Set.of("alreadyDone", "customerDeclined", "duplicate", "mistake", OTHER);

    /** @throws BadRequest if it is too long */
    static Reason of(@Nullable String said, Set<String> codes) {
        if (said == null || said.isBlank()) {
            return new Reason(OTHER, null);
        }
        if (said.length() > LONGEST) {
            throw new BadRequest("reason", "at most " + LONGEST + " characters");
        }
        return codes.contains(said) ? new Reason(said, null) : new Reason(OTHER, said.strip());
    }
}
