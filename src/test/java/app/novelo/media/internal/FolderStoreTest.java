package app.novelo.media.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.media.MediaStore.StoreUnavailable;
import app.novelo.platform.NoveloSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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

    @Test
    void findsWhatNobodyHasTouchedForADay() throws IOException {
        var young = UUID.randomUUID();
        try (var draft = store().draft(young)) {
            draft.write(new byte[] {1}, 1);
        }
        write(store(), "abc");
        var foreign = Files.createFile(part(id).resolveSibling("notes.part"));
        var small = Files.createFile(part(id).resolveSibling("small-1234.part"));
        for (var file : List.of(part(id), foreign, small)) {
            age(file);
        }

        assertThat(store().draftsUntouchedFor(Duration.ofHours(24))).containsExactly(id);
        assertThat(foreign).as("not ours").exists();
        assertThat(small).as("nobody goes on with it").doesNotExist();
    }

    @Test
    void dropsADraftWithItsSmallPictureButNeverWhatSomebodyWrites() throws IOException {
        write(store(), "abc");
        Files.createFile(store().thumbnailPath(id));
        try (var writer = store().draft(id)) {
            store().drop(id);
            assertThat(writer.path()).exists();
        }

        store().drop(id);
        store().drop(UUID.randomUUID());

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void dropsADraftAndLeavesTheFileThatIsKept() throws IOException {
        try (var draft = store().draft(id)) {
            draft.keep();
        }
        Files.createFile(store().thumbnailPath(id));
        write(store(), "abc");

        store().drop(id);

        assertThat(part(id)).doesNotExist();
        assertThat(store().find(id)).isPresent();
        assertThat(store().thumbnail(id)).isPresent();
    }

    @Test
    void hasNoDraftsBeforeTheFirstFile() {
        assertThat(store().draftsUntouchedFor(Duration.ZERO)).isEmpty();
    }

    private Path part(UUID draft) {
        return folder.resolve("media").resolve(draft.toString().substring(0, 2)).resolve(draft + ".part");
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
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
