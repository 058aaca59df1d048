package app.novelo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of the channel and words of our own. */
class MessageStatusTest {

    @ParameterizedTest
    @ValueSource(strings = {"sent", "delivered", "read", "played", "failed"})
    void knowsTheWordsOfTheChannel(String word) {
        assertThat(MessageStatus.ofChannel(word)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "queued", "unknown", "received", "SENT", "warped", ""})
    void takesNoWordOfOursFromTheChannel(String word) {
        assertThat(MessageStatus.ofChannel(word)).isEmpty();
    }
}
