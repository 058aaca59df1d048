package app.novelo.exchange.internal;

import app.novelo.media.FileName;
import app.novelo.media.MediaStore;
import app.novelo.media.MediaStore.StoreUnavailable;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Wakeups;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** What managers do with imports. */
@Component
class ImportDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);
    private static final Set<ImportState> STARTABLE = Set.of(ImportState.READY, ImportState.FAILED);

    private final ImportRows rows;
    private final ImportWork work;
    private final MediaStore store;
    private final Wakeups wakeups;

    ImportDesk(ImportRows rows, ImportWork work, MediaStore store, Wakeups wakeups) {
        this.rows = rows;
        this.work = work;
        this.store = store;
        this.wakeups = wakeups;
    }

    /** The row comes before the file: after a kill in between both are swept. */
    UUID take(Caller caller, ImportKind kind, @Nullable MultipartFile file, long most) throws IOException {
        if (file == null || file.isEmpty() || file.getSize() > most) {
            throw new BadRequest("file", "part \"file\" has 1 to " + most + " bytes");
        }
        var id = UUID.randomUUID();
        rows.announce(id, kind, FileName.clean(file.getOriginalFilename(), "file"), file.getSize(), caller.id());
        try {
            keep(id, file);
        } catch (StoreUnavailable e) {
            LOG.warn("the file of import {} cannot be stored: {}", id, e.getMessage());
            rows.delete(id);
            throw new NotStored();
        }
        rows.arrived(id);
        wakeups.signal(ImportLoop.IMPORTS);
        return id;
    }

    private void keep(UUID id, MultipartFile file) throws IOException {
        try (var draft = store.draft(id);
                var bytes = file.getInputStream()) {
            draft.write(bytes);
            draft.keep();
        }
    }

    @Transactional
    public ImportRow start(UUID id, JsonNode asked) {
        var row = rows.locked(id);
        if (!STARTABLE.contains(row.state()) || row.preview() == null) {
            throw new NotStartable(row.state());
        }
        rows.start(id, choices(row, asked));
        wakeups.signal(ImportLoop.IMPORTS);
        return rows.required(id);
    }

    /** Half of it is not decided otherwise than the other. */
    private Object choices(ImportRow row, JsonNode asked) {
        var made = row.choices();
        return made != null && row.position() > 0 ? made : work.of(row.kind()).choices(row, asked);
    }

    /** What it has taken in stays. One that runs ends with its portion. */
    @Transactional
    public void forget(UUID id) {
        var row = rows.locked(id);
        store.find(id).ifPresent(file -> {
            try {
                work.of(row.kind()).forget(row, file);
            } catch (IOException | FileRefused e) {
                LOG.warn("what is left of import {} could not be looked for", id, e);
            }
        });
        store.delete(id);
        rows.delete(id);
    }
}
