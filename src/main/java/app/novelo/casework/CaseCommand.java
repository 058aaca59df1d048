package app.novelo.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person wants to become of a case, whatever its kind. */
public sealed interface CaseCommand {

    /** @param reason as the kind's form offers it; null = the usual one */
    record Resolve(@Nullable String reason) implements CaseCommand {}

    /** Nothing is to be done before the customer writes. */
    record AwaitReply() implements CaseCommand {}

    /** Nothing is to be done before that moment, unless the customer writes first. */
    record Snooze(Instant until) implements CaseCommand {}
}
