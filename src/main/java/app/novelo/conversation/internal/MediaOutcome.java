package app.novelo.conversation.internal;

import org.jspecify.annotations.Nullable;

/** What came of one attempt to fetch a file. */
sealed interface MediaOutcome {

    /** It is kept. */
    record Ready(FileFacts facts) implements MediaOutcome {}

    /** Worth another attempt, as long as the channel has it. */
    record Later(MediaProblem problem) implements MediaOutcome {}

    /** The channel will not hand it out any more. */
    record Failed(MediaProblem problem) implements MediaOutcome {}

    /** We do not want it. */
    record Refused(MediaProblem problem) implements MediaOutcome {}

    /**
     * What was found out about a file.
     *
     * @param sha256 lower-case hexadecimal
     */
    record FileFacts(
            String mimeType,
            long size,
            String sha256,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Integer seconds,
            boolean thumbnail,
            boolean animated) {}
}
