package app.novelo.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.ai.Gesture;
import app.novelo.ai.Sentiment;
import app.novelo.ai.TextUnderstanding;
import app.novelo.ai.Understanding;
import app.novelo.ai.Urgency;
import app.novelo.conversation.Unhandled;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BurstTest {

    private static final Unhandled OK = message("text", "ok");

    /** Takes every text for an "ok", for sure. */
    private static final TextUnderstanding COURTESY = (text, language) -> new Understanding(
            "other", 1, Sentiment.NEUTRAL, Urgency.LOW, "pt", Gesture.ACKNOWLEDGEMENT, List.of(), "local", "1", false);

    private final Burst burst = new Burst(
            COURTESY, new IntakeSettings(0.5, Duration.ofSeconds(6), Duration.ofSeconds(20), Duration.ofSeconds(2)));

    @ParameterizedTest
    @ValueSource(strings = {"image", "audio", "video", "document", "location", "contacts", "order", "unsupported"})
    void whatCameAlongWithACourtesyWantsALook(String kind) {
        var understood = understand(OK, message(kind, null));

        assertThat(understood.gesture()).isEqualTo(Gesture.CONTENT);
        assertThat(understood.confidence()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sticker", "reaction"})
    void aCourtesyWithAStickerOrReactionIsStillOne(String kind) {
        assertThat(understand(OK, message(kind, null)).gesture()).isEqualTo(Gesture.ACKNOWLEDGEMENT);
    }

    @Test
    void withoutWordsTheKindsTell() {
        assertThat(understand(message("sticker", null)).gesture()).isEqualTo(Gesture.STICKER);
        assertThat(understand(message("reaction", null)).gesture()).isEqualTo(Gesture.REACTION);
        assertThat(understand(message("reaction", null), message("sticker", null))
                        .gesture())
                .isEqualTo(Gesture.STICKER);
        assertThat(understand(message("sticker", null), message("image", null)).gesture())
                .isEqualTo(Gesture.CONTENT);
        assertThat(understand(message("text", "")).gesture()).isEqualTo(Gesture.CONTENT);
    }

    @Test
    void aCallIsNeverACourtesy() {
        assertThat(understand(message("call", null)).gesture()).isEqualTo(Gesture.MISSED_CALL);
        assertThat(understand(message("text", "ok"), message("call", null)).gesture())
                .isEqualTo(Gesture.MISSED_CALL);
        assertThat(understand(message("sticker", null), message("call", null)).gesture())
                .isEqualTo(Gesture.MISSED_CALL);
    }

    @Test
    void whoWantsToBeWrittenToNoMoreHasHisAnswer() {
        var stop = new Unhandled(UUID.randomUUID(), Instant.EPOCH, "text", "sair", null, null, true);

        assertThat(understand(stop).gesture()).isEqualTo(Gesture.OPT_OUT);
        assertThat(understand(stop, OK).gesture()).isEqualTo(Gesture.OPT_OUT);
        assertThat(understand(stop, message("sticker", null)).gesture()).isEqualTo(Gesture.OPT_OUT);
        assertThat(understand(stop, message("image", null)).gesture())
                .as("what he says besides counts")
                .isEqualTo(Gesture.CONTENT);
        assertThat(understand(stop, message("call", null)).gesture()).isEqualTo(Gesture.MISSED_CALL);
    }

    private Understanding understand(Unhandled... messages) {
        return burst.understand(Arrays.asList(messages), "pt");
    }

    private static Unhandled message(String kind, @Nullable String text) {
        return new Unhandled(UUID.randomUUID(), Instant.EPOCH, kind, text, null, null, false);
    }
}
