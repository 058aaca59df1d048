package app.novelo.media.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Drafts on the disk to which nobody has come back. */
final class OldDrafts {

    static final String ENDING = ".part";

    /** Of small pictures: those are written in a moment and gone on with by nobody. */
    static final String SMALL = "small-";

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private OldDrafts() {}

    /** @return whose drafts they are; those of small pictures are deleted at once */
    static List<UUID> in(Path root, Duration age) throws IOException {
        var found = new ArrayList<UUID>();
        if (Files.isDirectory(root)) {
            try (var folders = Files.newDirectoryStream(root, Files::isDirectory)) {
                for (var folder : folders) {
                    add(folder, System.currentTimeMillis() - age.toMillis(), found);
                }
            }
        }
        return found;
    }

    /** @param before milliseconds since 1970, as the disk counts */
    private static void add(Path folder, long before, List<UUID> found) throws IOException {
        try (var drafts = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (var draft : drafts) {
                var name = draft.getFileName().toString();
                var id = name.substring(0, name.length() - ENDING.length());
                if (!isOlder(draft, before)) {
                    continue;
                }
                if (NAME.matcher(id).matches()) {
                    found.add(UUID.fromString(id));
                } else if (name.startsWith(SMALL)) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    private static boolean isOlder(Path draft, long before) throws IOException {
        try {
            return Files.getLastModifiedTime(draft).toMillis() < before;
        } catch (NoSuchFileException e) {
            return false; // it was kept, or dropped, in this moment
        }
    }

    /** @return false if somebody writes it, or it is not there */
    static boolean drop(Path draft) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                return false;
            }
            Files.deleteIfExists(draft);
            return true;
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            return false;
        }
    }
}
