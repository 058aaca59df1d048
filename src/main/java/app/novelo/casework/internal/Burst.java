package app.novelo.casework.internal;

import app.novelo.ai.Gesture;
import app.novelo.ai.TextUnderstanding;
import app.novelo.ai.Understanding;
import app.novelo.conversation.Undriven.Waiting;
import app.novelo.conversation.Unhandled;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what was said since the last turn as one thing, and tells whether to wait for more. */
@Component
class Burst {

    private static final Set<Gesture> COURTESY =
            EnumSet.of(Gesture.GREETING, Gesture.THANKS, Gesture.ACKNOWLEDGEMENT, Gesture.REACTION, Gesture.STICKER);

    private final TextUnderstanding local;
    private final IntakeSettings settings;

    Burst(TextUnderstanding local, IntakeSettings settings) {
        this.local = local;
        this.settings = settings;
    }

    /** Who wants to be written to no more has been heeded and answered; what he says besides counts. */
    Understanding understand(List<Unhandled> messages, @Nullable String language) {
        if (messages.stream().noneMatch(Unhandled::optsOut)) {
            return together(messages, language);
        }
        var others = messages.stream().filter(message -> !message.optsOut()).toList();
        var understood = together(others.isEmpty() ? messages : others, language);
        return others.isEmpty() || COURTESY.contains(understood.gesture())
                ? understood.as(Gesture.OPT_OUT, understood.confidence())
                : understood;
    }

    private Understanding together(List<Unhandled> messages, @Nullable String language) {
        var text =
                messages.stream().map(Unhandled::text).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        var understood = local.understand(text, language);
        if (messages.stream().anyMatch(message -> message.kind().equals("call"))) {
            return understood.as(Gesture.MISSED_CALL, understood.confidence());
        }
        if (text.isEmpty()) {
            return understood.as(gesture(messages), understood.confidence());
        }
        boolean courtesy = understood.gesture() != Gesture.CONTENT;
        return courtesy && messages.stream().anyMatch(Burst::wantsALook)
                ? understood.as(Gesture.CONTENT, 0)
                : understood;
    }

    /** A reaction or a sticker alone says as little as an "ok". */
    private static Gesture gesture(List<Unhandled> messages) {
        if (messages.stream().anyMatch(Burst::wantsALook)) {
            return Gesture.CONTENT;
        }
        return messages.stream().allMatch(message -> message.kind().equals("reaction"))
                ? Gesture.REACTION
                : Gesture.STICKER;
    }

    /** Anything else without text: an "ok" with a picture is a picture. */
    private static boolean wantsALook(Unhandled message) {
        boolean silent = message.text() == null || message.text().isEmpty();
        return silent && !message.kind().equals("sticker") && !message.kind().equals("reaction");
    }

    /** @return how long to wait for more; zero to act now */
    Duration waitFor(Understanding understanding, Waiting waiting) {
        if (understanding.gesture() == Gesture.GREETING) {
            return left(settings.greetingQuiet(), waiting.quiet());
        }
        boolean clear = understanding.gesture() != Gesture.CONTENT || understanding.confidence() >= settings.gate();
        if (clear || waiting.oldest().compareTo(settings.most()) >= 0) {
            return Duration.ZERO;
        }
        return left(settings.quiet(), waiting.quiet());
    }

    private static Duration left(Duration needed, Duration passed) {
        return passed.compareTo(needed) >= 0 ? Duration.ZERO : needed.minus(passed);
    }
}
