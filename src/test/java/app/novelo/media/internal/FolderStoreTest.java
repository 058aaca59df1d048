package app.novelo.media.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.media.MediaStore.StoreUnavailable;
import app.novelo.platform.NoveloSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FolderStoreTest {

    private final UUID id = UUID.randomUUID();

    @TempDir
    Path folder;

    @Test
    void keepsAFileWholeAndForItsOwnerOnly() throws IOException {
        write(store(), "abc");
        assertThat(store().find(id)).as("not whole yet").isEmpty();

        try (var draft = store().draft(id)) {
            assertThat(draft.size()).isEqualTo(3);
            draft.write("def".getBytes(StandardCharsets.US_ASCII), 3);
            assertThat(draft.sha256()).isEqualTo("bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721");
            draft.keep();
        }

        var file = store().find(id).orElseThrow();
        assertThat(file).hasContent("abcdef");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void beginsAgainWithoutAByteOfBefore() throws IOException {
        write(store(), "abcdef");

        try (var draft = store().draft(id)) {
            draft.restart();
            draft.write("abc".getBytes(StandardCharsets.US_ASCII), 3);
            assertThat(draft.keep()).hasContent("abc");
        }
    }

    @Test
    void letsOneWriteAtATime() throws IOException {
        try (var first = store().draft(id)) {
            assertThat(first.size()).isZero();
            assertThatThrownBy(() -> store().draft(id)).isInstanceOf(StoreUnavailable.class);
        }
        write(store(), "free again");
    }

    @Test
    void leavesRoomOnTheDisk() {
        var full = new FolderStore(settings(), new MediaSettings(DataSize.ofBytes(Long.MAX_VALUE)));

        assertThatThrownBy(() -> full.draft(id)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void forgetsEverything() throws IOException {
        write(store(), "abc");

        store().delete(id);

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private void write(FolderStore store, String text) throws IOException {
        try (var draft = store.draft(id)) {
            draft.write(text.getBytes(StandardCharsets.US_ASCII), text.length());
        }
    }

    private FolderStore store() {
        return new FolderStore(settings(), new MediaSettings(DataSize.ofBytes(0)));
    }

    private NoveloSettings settings() {
        return new NoveloSettings(folder, Locale.ROOT, ZoneId.of("UTC"), "");
    }
}
