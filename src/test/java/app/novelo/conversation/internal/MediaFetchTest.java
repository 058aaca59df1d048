package app.novelo.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.novelo.channel.ChannelMedia;
import app.novelo.channel.ChannelMedia.Download;
import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.channel.MediaReference;
import app.novelo.conversation.internal.MediaQueue.Waiting;
import app.novelo.media.MediaStore;
import app.novelo.media.MediaStore.Draft;
import app.novelo.media.MediaStore.StoreUnavailable;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What no sandbox can play: files without an end, lying sizes, a full disk. */
class MediaFetchTest {

    private static final long MOST = 1 << 20;

    private final Draft draft = mock(Draft.class);
    private final MediaStore store = mock(MediaStore.class);
    private final ChannelMedia channel = mock(ChannelMedia.class);
    private final Lines lines = mock(Lines.class);
    private final Line line = new Line(UUID.randomUUID(), "whatsapp", "1", "", "");
    private long written;
    private long most;

    @BeforeEach
    void connect() throws Exception {
        when(store.draft(any())).thenReturn(draft);
        when(lines.find(any(UUID.class))).thenReturn(Optional.of(line));
        when(channel.channel()).thenReturn("whatsapp");
        when(draft.size()).thenAnswer(call -> written);
        when(draft.sha256()).thenReturn("00".repeat(32));
        doAnswer(call -> {
                    written += call.<Integer>getArgument(1);
                    most = Math.max(most, written);
                    return null;
                })
                .when(draft)
                .write(any(), anyInt());
        doAnswer(call -> written = 0).when(draft).restart();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 10, Long.MAX_VALUE})
    void endsAFileWithoutAnEndWhateverSizeItClaims(long claimed) throws Exception {
        brings(new Endless(), claimed);

        assertThat(fetch()).isEqualTo(new MediaOutcome.Refused(MediaProblem.TOO_LARGE));
        assertThat(most).isLessThanOrEqualTo(MOST);
        assertThat(written).as("nothing stays behind").isZero();
    }

    @Test
    void triesAgainWhereLessCameThanWasClaimed() throws Exception {
        brings(InputStream.nullInputStream(), 10);

        assertThat(fetch()).isEqualTo(new MediaOutcome.Later(MediaProblem.CONNECTION));
    }

    @Test
    void waitsWhileTheDiskIsFull() throws Exception {
        brings(new Endless(), 10);
        doThrow(new StoreUnavailable("no space left on device", null))
                .when(draft)
                .write(any(), anyInt());

        assertThat(fetch()).isEqualTo(new MediaOutcome.Later(MediaProblem.STORAGE));
    }

    @Test
    void triesAgainFromTheStartWhereAResumedFileIsAnother() throws Exception {
        written = 5;
        when(channel.open(any(), any(), anyLong()))
                .thenReturn(new Download(InputStream.nullInputStream(), 5, 5, null, null));

        assertThat(fetch()).isEqualTo(new MediaOutcome.Later(MediaProblem.HASH_MISMATCH));
        assertThat(written).isZero();
    }

    private void brings(InputStream bytes, long claimed) throws Exception {
        when(channel.open(any(), any(), anyLong())).thenReturn(new Download(bytes, 0, claimed, null, null));
    }

    private MediaOutcome fetch() {
        var settings = new MediaSettings(
                1,
                DataSize.ofBytes(MOST),
                Duration.ofMinutes(2),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                1,
                DataSize.ofBytes(1));
        var reference = new MediaReference("1", null, null, "ff".repeat(32), null, false, false);
        return new MediaFetch(
                        store,
                        mock(FileFinder.class),
                        lines,
                        new Channels(List.of(), List.of(channel)),
                        mock(MediaQueue.class),
                        settings)
                .fetch(new Waiting(UUID.randomUUID(), line.id(), reference, "x", 1));
    }

    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 7;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return length;
        }
    }
}
