package app.novelo.lead.internal;

import app.novelo.media.FileKind;
import app.novelo.media.FileName;
import app.novelo.media.MediaStore;
import app.novelo.media.MediaStore.StoreUnavailable;
import app.novelo.platform.BadRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The bytes of proposals. They are the lead's own: what becomes of a message that carried them does not touch them. */
@Component
class ProposalFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ProposalFiles.class);

    /** What people write proposals in. Nothing that a browser or a shell would run. */
    private static final Set<String> TYPES = Set.of(
            "application/pdf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation",
            "application/rtf",
            "text/plain",
            "text/csv",
            "image/jpeg",
            "image/png",
            "image/webp");

    private final MediaStore store;
    private final FileKind kinds;
    private final ProposalRows rows;
    private final Clock clock;

    ProposalFiles(MediaStore store, FileKind kinds, ProposalRows rows, Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.rows = rows;
        this.clock = clock;
    }

    /** A file that is in the store. */
    record Kept(UUID id, String type, long size) {}

    /** @throws BadRequest {@code file} if it is empty, or of a kind in which nobody offers anything */
    Kept keep(String number, String claimed, String by, Proposals.Source source) throws IOException {
        var id = UUID.randomUUID();
        var name = FileName.clean(claimed, "proposal");
        rows.announce(id, number, name, by, clock.instant());
        boolean stored = false;
        try {
            var kept = store(id, name, source);
            stored = true;
            return kept;
        } catch (StoreUnavailable e) {
            LOG.warn("the file of a proposal for {} cannot be stored: {}", number, e.getMessage());
            throw new NotStored();
        } finally {
            if (!stored) {
                forget(id);
            }
        }
    }

    private Kept store(UUID id, String name, Proposals.Source source) throws IOException {
        try (var draft = store.draft(id)) {
            try (var bytes = source.open()) {
                draft.write(bytes);
            }
            if (draft.size() == 0) {
                throw new BadRequest("file", "has at least one byte");
            }
            var type = kinds.of(draft.path(), name);
            if (!TYPES.contains(type)) {
                throw new BadRequest("file", "a PDF, a text, a table, a presentation or a picture, and not " + type);
            }
            var kept = new Kept(id, type, draft.size());
            draft.keep();
            return kept;
        }
    }

    /** First the file: a kill in between leaves a row, which is found again. */
    void forget(UUID id) {
        store.drop(id);
        if (store.delete(id)) {
            rows.delete(id);
        }
    }
}
