package app.novelo.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.novelo.media.MediaStore;
import app.novelo.media.MediaStore.StoreUnavailable;
import app.novelo.media.Sounds;
import app.novelo.platform.Caller;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

class UploadWithoutRoomTest {

    @Test
    void aFullDiskIsToldAsWhatPassesAndNotAsAFaultOfOurs() throws Exception {
        var store = mock(MediaStore.class);
        when(store.draft(any())).thenThrow(new StoreUnavailable("the disk is nearly full", null));
        var uploads = new UploadedMedia(
                store,
                mock(FileFinder.class),
                mock(Sounds.class),
                mock(MediaRows.class),
                mock(UnsentUploads.class),
                mock(JdbcClient.class));

        assertThatThrownBy(() -> uploads.add(
                        new Caller("bruno", "Bruno", Set.of()), new MockMultipartFile("file", new byte[] {1})))
                .isInstanceOfSatisfying(
                        NoRoom.class,
                        problem -> assertThat(problem.toDetail().getStatus()).isEqualTo(503));
    }
}
