package app.novelo.casework.internal;

import app.novelo.ai.Intent;
import app.novelo.casework.CaseFile;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Speaker;
import app.novelo.conversation.Unhandled;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which of several open cases the customer means: the one that he quotes, the only one of that intent, the one about which
 * somebody has just written to him, the one whose agent has the word, the only one that is not resolved. Otherwise he is
 * asked.
 */
@Component
class RightCase {

    /** What is said of one thing as often as of another. */
    static final Set<String> UNCLEAR = Set.of(Intent.OTHER.id(), Intent.COMPLAINT.id());

    /** Who answers a day later may be thinking of something else. */
    private static final Duration ONE_BREATH = Duration.ofHours(24);

    private final OpenCases cases;
    private final Conversations conversations;
    private final IntakeSettings settings;
    private final Clock clock;

    RightCase(OpenCases cases, Conversations conversations, IntakeSettings settings, Clock clock) {
        this.cases = cases;
        this.conversations = conversations;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param conversation with what was just understood */
    Meant of(Conversation conversation, List<Unhandled> said) {
        var open = cases.of(conversation.id());
        var quoted = one(open, quoted(said)::contains);
        if (quoted.isPresent()) {
            return new Meant(quoted, List.of());
        }
        if (!isContent(conversation)) {
            return Meant.CURRENT;
        }
        var working = open.stream().filter(file -> !file.isResolved()).toList();
        return topic(conversation, working)
                .or(() -> topic(conversation, open))
                .or(() -> spokenOf(conversation, working))
                .map(file -> new Meant(Optional.of(file), List.of()))
                .orElseGet(() -> conversation.speaker() == Speaker.AGENT ? Meant.CURRENT : among(working));
    }

    private static Meant among(List<CaseFile> working) {
        return working.size() > 1
                ? new Meant(Optional.empty(), working)
                : new Meant(working.stream().findFirst(), List.of());
    }

    private static List<String> quoted(List<Unhandled> said) {
        return said.stream()
                .map(Unhandled::quotedCase)
                .filter(Objects::nonNull)
                .reduce((first, last) -> last)
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean isContent(Conversation conversation) {
        return conversation.gesture() == null || conversation.gesture().equals("content");
    }

    private Optional<CaseFile> topic(Conversation conversation, List<CaseFile> open) {
        var intent = conversation.intent();
        return isClear(conversation, settings.gate()) ? one(open, ofIntent(open, intent)::contains) : Optional.empty();
    }

    private static List<String> ofIntent(List<CaseFile> open, @Nullable String intent) {
        var same = open.stream()
                .filter(file -> Objects.equals(file.intent(), intent))
                .map(CaseFile::number)
                .toList();
        return same.size() == 1 ? same : List.of();
    }

    static boolean isClear(Conversation conversation, double gate) {
        return conversation.confidence() != null
                && conversation.confidence() >= gate
                && "content".equals(conversation.gesture())
                && !UNCLEAR.contains(conversation.intent());
    }

    private Optional<CaseFile> spokenOf(Conversation conversation, List<CaseFile> working) {
        var spoken =
                conversations.lastSpokenOf(conversation.id(), clock.instant().minus(ONE_BREATH));
        return spoken.flatMap(number -> one(working, number::equals));
    }

    private static Optional<CaseFile> one(List<CaseFile> open, Predicate<String> numbers) {
        return open.stream().filter(file -> numbers.test(file.number())).findFirst();
    }

    /**
     * @param file the one that he means; empty: the current one
     * @param unclear those among which he is asked to choose
     */
    record Meant(Optional<CaseFile> file, List<CaseFile> unclear) {

        static final Meant CURRENT = new Meant(Optional.empty(), List.of());
    }
}
