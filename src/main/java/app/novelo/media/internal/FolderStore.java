package app.novelo.media.internal;

import app.novelo.media.MediaStore;
import app.novelo.platform.NoveloSettings;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Files below {@code <data folder>/media}, in folders by the first two digits of their ids: a hundred thousand in one
 * folder would be slow to back up. A path is made of our own ids alone.
 */
@Component
class FolderStore implements MediaStore {

    private static final Logger LOG = LoggerFactory.getLogger(FolderStore.class);
    static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path root;
    private final long keepFree;

    FolderStore(NoveloSettings novelo, MediaSettings settings) {
        this.root = novelo.dataDir().toAbsolutePath().normalize().resolve("media");
        this.keepFree = settings.keepFree().toBytes();
    }

    @Override
    public Draft draft(UUID id) throws StoreUnavailable {
        try {
            Files.createDirectories(path(id, "").getParent(), only("rwx------"));
            if (Files.getFileStore(root).getUsableSpace() < keepFree) {
                throw new StoreUnavailable("the disk is nearly full", null);
            }
            return FileDraft.open(path(id, OldDrafts.ENDING), path(id, ""), only("rw-------"));
        } catch (StoreUnavailable e) {
            throw e;
        } catch (IOException e) {
            throw new StoreUnavailable("the folder of the files cannot be written", e);
        }
    }

    @Override
    public Optional<Path> find(UUID id) {
        return existing(path(id, ""));
    }

    @Override
    public Optional<Path> thumbnail(UUID id) {
        return existing(thumbnailPath(id));
    }

    Path thumbnailPath(UUID id) {
        return path(id, ".jpg");
    }

    @Override
    public boolean delete(UUID id) {
        try {
            Files.deleteIfExists(path(id, OldDrafts.ENDING));
            Files.deleteIfExists(thumbnailPath(id));
            Files.deleteIfExists(path(id, ""));
            return true;
        } catch (IOException e) {
            LOG.warn("file {} could not be deleted", id, e);
            return false;
        }
    }

    @Override
    public List<UUID> draftsUntouchedFor(Duration age) {
        try {
            return OldDrafts.in(root, age);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("the folder of the files could not be looked through for old drafts", e);
            return List.of();
        }
    }

    @Override
    public void drop(UUID draft) {
        try {
            if (OldDrafts.drop(path(draft, OldDrafts.ENDING)) && find(draft).isEmpty()) {
                Files.deleteIfExists(thumbnailPath(draft));
            }
        } catch (IOException e) {
            LOG.warn("draft {} could not be deleted", draft, e);
        }
    }

    private static Optional<Path> existing(Path path) {
        return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }

    private Path path(UUID id, String ending) {
        var name = id.toString();
        return root.resolve(name.substring(0, 2)).resolve(name + ending);
    }

    static FileAttribute<?>[] only(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
